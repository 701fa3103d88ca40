package org.dunlin.connectors.ubl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;

/** A sample document, changed for one test, and what becomes of it. */
record Sample(String text) {
  static Sample invoice() {
    return file("invoice.xml");
  }

  static Sample creditNote() {
    return file("credit-note.xml");
  }

  /** With the first such text replaced; a text that is not there is a mistake in the test. */
  Sample with(String text, String replacement) {
    if (!this.text.contains(text)) {
      throw new AssertionError("the sample has no " + text);
    }
    return new Sample(this.text.replace(text, replacement));
  }

  /** Without the elements that match, with all that is in them. */
  Sample without(String element) {
    String pattern = "(?s)<(\\w+:)?" + element + "\\b[^>]*>.*?</(\\w+:)?" + element + ">";
    String less = text.replaceAll(pattern, "");
    if (less.equals(text)) {
      throw new AssertionError("the sample has no element " + element);
    }
    return new Sample(less);
  }

  List<CanonicalRecord> records() {
    return records(StandardCharsets.UTF_8);
  }

  List<CanonicalRecord> records(Charset encoding) {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      new UblTranslator()
          .translate(new ByteArrayInputStream(text.getBytes(encoding)), "sample.xml", records::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  Customer customer() {
    return (Customer) records().get(0);
  }

  Invoice document() {
    return (Invoice) records().get(1);
  }

  /** The problem, which must be all that came. */
  Problem problem() {
    List<CanonicalRecord> records = records();
    if (records.size() != 1 || !(records.get(0) instanceof Problem problem)) {
      throw new AssertionError("expected one problem, found " + records);
    }
    return problem;
  }

  private static Sample file(String name) {
    try (InputStream stream = Sample.class.getResourceAsStream("/ubl/" + name)) {
      return new Sample(
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
