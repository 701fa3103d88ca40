package org.dunlin.connectors.bai2;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;

/** A sample file, changed for one test, and what becomes of it. */
record Sample(String text) {
  static Sample report() {
    try (InputStream stream = Sample.class.getResourceAsStream("/bai2/report.bai")) {
      return new Sample(
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With every such text replaced; a text that is not there is a mistake in the test. */
  Sample with(String text, String replacement) {
    if (!this.text.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return new Sample(this.text.replace(text, replacement));
  }

  Read read() {
    Read read = new Read(new ArrayList<>(), new ArrayList<>());
    try {
      new Bai2Translator()
          .translate(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sample.bai", read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  List<Payment> payments() {
    return read().of(Payment.class);
  }

  List<Statement> statements() {
    return read().of(Statement.class);
  }

  /** Why the file is refused as a whole. */
  Problem problem() {
    try {
      throw new AssertionError("not refused: " + read().records());
    } catch (Untranslatable untranslatable) {
      return untranslatable.problem();
    }
  }

  /** One account as a file of its own. */
  Sample extract(String number) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Bai2Translator()
          .statementsOf(
              new AccountId(null, number, null)::equals,
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              "sample.bai",
              out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sample(out.toString(StandardCharsets.UTF_8));
  }

  /** What a reader said. */
  record Read(List<CanonicalRecord> records, List<AdvisedEntry> advised) implements RecordSink {
    @Override
    public void accept(CanonicalRecord record) {
      records.add(record);
    }

    @Override
    public void advised(@Nullable AdvisedEntry entry) {
      if (entry != null) {
        advised.add(entry);
      }
    }

    <T extends CanonicalRecord> List<T> of(Class<T> type) {
      return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }
}
