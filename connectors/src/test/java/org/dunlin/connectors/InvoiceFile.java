package org.dunlin.connectors;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;

/**
 * A file of an invoice, perhaps changed for one test, and what becomes of it as a file that enters.
 */
public record InvoiceFile(byte[] bytes) {
  /** The file of that name among the resources of the tests. */
  public static InvoiceFile of(String resource) {
    try (InputStream stream = InvoiceFile.class.getResourceAsStream(resource)) {
      return new InvoiceFile(Objects.requireNonNull(stream, resource).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** With the text replaced wherever it stands; one that is not there is a mistake in the test. */
  public InvoiceFile with(String text, String replacement) {
    if (!text().contains(text)) {
      throw new AssertionError("the file has no " + text);
    }
    return new InvoiceFile(text().replace(text, replacement).getBytes(StandardCharsets.UTF_8));
  }

  /** Without the elements of that name, with all that is in them. */
  public InvoiceFile without(String element) {
    String less =
        text().replaceAll("(?s)<(\\w+:)?" + element + "\\b.*?</(\\w+:)?" + element + ">", "");
    if (less.equals(text())) {
      throw new AssertionError("the file has no element " + element);
    }
    return new InvoiceFile(less.getBytes(StandardCharsets.UTF_8));
  }

  /** What the hub makes of it; a refused file is its problem alone. */
  public List<CanonicalRecord> records() {
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      Format format = Formats.detect(bytes).orElseThrow();
      Formats.translator(format).translate(new ByteArrayInputStream(bytes), "file", records::add);
    } catch (Untranslatable untranslatable) {
      return List.of(untranslatable.problem());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return records;
  }

  /** The documents that come with a second reading. */
  public List<byte[]> documents() throws IOException {
    List<byte[]> documents = new ArrayList<>();
    Formats.translator(Formats.detect(bytes).orElseThrow())
        .documents(
            new ByteArrayInputStream(bytes),
            "file",
            (place, ordinal, content) -> {
              if (ordinal != documents.size()) {
                throw new AssertionError("document " + ordinal + " is out of order");
              }
              documents.add(content.readAllBytes());
            });
    return documents;
  }

  /** The customer of its one invoice. */
  public Customer customer() {
    return (Customer) records().get(0);
  }

  /** Its one invoice. */
  public Invoice invoice() {
    return (Invoice) records().get(1);
  }

  /** Why it is refused. */
  public Problem problem() {
    return (Problem) records().getFirst();
  }
}
