package org.dunlin.work.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.KeptDocument;

/** The documents that invoices brought along, as far as they can go along with a message. */
public final class InvoiceDocuments {
  private static final byte[] PDF_SIGNATURE = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Stores stores;

  /** A document that can be attached. */
  record Pdf(UUID id, String name, long bytes) {}

  /** Over these stores. */
  public InvoiceDocuments(Stores stores) {
    this.stores = stores;
  }

  /**
   * The PDF documents of invoices that go along with a message, in the order of the invoices.
   *
   * @param mostBytes of all together
   */
  public Attached attached(String companyId, Collection<UUID> invoices, long mostBytes) {
    List<Pdf> documents =
        invoices.stream()
            .flatMap(invoice -> stores.documents().of(companyId, invoice).stream())
            .filter(document -> isPdf(companyId, document))
            .map(document -> new Pdf(document.id(), document.attachment().name(), document.bytes()))
            .toList();
    return Attached.of(documents, mostBytes);
  }

  boolean has(String companyId, UUID documentId) {
    return stores.documents().find(companyId, documentId).isPresent();
  }

  Optional<InputStream> open(String companyId, UUID documentId) {
    return stores
        .documents()
        .find(companyId, documentId)
        .map(document -> stores.documents().read(companyId, document));
  }

  /** What the sender calls a document is believed only when it begins as one (ISO 32000, 7.5.2). */
  private boolean isPdf(String companyId, KeptDocument document) {
    if (!document.attachment().embedded()) {
      return false;
    }
    try (InputStream content = stores.documents().read(companyId, document)) {
      return Arrays.equals(content.readNBytes(PDF_SIGNATURE.length), PDF_SIGNATURE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
