package org.dunlin.connectors.camt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.dunlin.core.model.Statement;

/** A sample statement, changed for one test, and what becomes of it. */
record Sample(String text) {
  static Sample version02() {
    return file("statement-02.xml");
  }

  static Sample version08() {
    return file("statement-08.xml");
  }

  /** With every such text replaced; a text that is not there is a mistake in the test. */
  Sample with(String text, String replacement) {
    if (!this.text.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return new Sample(this.text.replace(text, replacement));
  }

  List<CanonicalRecord> records() {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      new CamtTranslator()
          .translate(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
              "sample.xml",
              records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  List<Payment> payments() {
    return of(Payment.class);
  }

  List<Statement> statements() {
    return of(Statement.class);
  }

  /** Why the file is refused as a whole. */
  Problem problem() {
    try {
      throw new AssertionError("not refused: " + records());
    } catch (Untranslatable untranslatable) {
      return untranslatable.problem();
    }
  }

  private <T extends CanonicalRecord> List<T> of(Class<T> type) {
    return records().stream().filter(type::isInstance).map(type::cast).toList();
  }

  static Sample file(String name) {
    try (InputStream stream = Sample.class.getResourceAsStream("/camt/" + name)) {
      return new Sample(
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
