package org.dunlin.connectors.mt940;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
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
  static Sample german() {
    return file("german.sta");
  }

  static Sample dutch() {
    return file("dutch.sta");
  }

  static Sample interim() {
    return file("interim.sta");
  }

  /** A statement of these entries, whose balances tie out with what went in. */
  static Sample of(String in, String... entries) {
    return new Sample(
        ":20:R1\n:25:NL91ABNA0417164300\n:28C:1/1\n:60F:C261119EUR0,00\n"
            + String.join("\n", entries)
            + "\n:62F:C261120EUR"
            + in
            + "\n-\n");
  }

  /** With every such text replaced; a text that is not there is a mistake in the test. */
  Sample with(String text, String replacement) {
    if (!this.text.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return new Sample(this.text.replace(text, replacement));
  }

  Read read() {
    return read(StandardCharsets.UTF_8);
  }

  Read read(Charset encoding) {
    Read read = new Read(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try {
      new Mt940Translator()
          .translate(new ByteArrayInputStream(text.getBytes(encoding)), "sample.sta", read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
  }

  List<Payment> payments() {
    return read().of(Payment.class);
  }

  Payment payment() {
    return payments().get(0);
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

  /** The messages of the account as a file of their own. */
  Sample extract(String iban) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new Mt940Translator()
          .statementsOf(
              AccountId.ofIban(iban)::equals,
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              "sample.sta",
              out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sample(out.toString(StandardCharsets.UTF_8));
  }

  /** What a reader said. */
  record Read(List<CanonicalRecord> records, List<AdvisedEntry> advised, List<Charset> encodings)
      implements RecordSink {
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

    @Override
    public void encoding(Charset found) {
      encodings.add(found);
    }

    <T extends CanonicalRecord> List<T> of(Class<T> type) {
      return records.stream().filter(type::isInstance).map(type::cast).toList();
    }
  }

  private static Sample file(String name) {
    try (InputStream stream = Sample.class.getResourceAsStream("/mt940/" + name)) {
      return new Sample(
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
