package org.dunlin.work.payer;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.FileNames;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.KeptDocument;

/** Fetches the PDF of an invoice for its payer, and for no other. */
public final class FetchPaper {
  private static final byte[] SIGNATURE = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  private final Stores stores;

  /** From these stores. */
  public FetchPaper(Stores stores) {
    this.stores = stores;
  }

  /**
   * A document.
   *
   * @param name safe as a file's name on any system
   * @param bytes how many there are
   */
  public record Found(String name, long bytes, InputStream content) {}

  /**
   * The document, of an invoice of this payer, paid or not; empty where there is none, it is
   * another's, or is no PDF whatever it is called.
   */
  public Optional<Found> fetch(Payer payer, UUID documentId) {
    return stores
        .documents()
        .find(payer.companyId(), documentId)
        .filter(document -> document.attachment().embedded())
        .filter(document -> owns(payer, document.invoiceId()))
        .flatMap(document -> pdf(payer, document));
  }

  private boolean owns(Payer payer, UUID invoiceId) {
    return stores
        .invoices()
        .find(payer.companyId(), invoiceId)
        .map(state -> UUID.fromString(state.invoice().customerId()))
        .filter(payer.customerId()::equals)
        .isPresent();
  }

  private Optional<Found> pdf(Payer payer, KeptDocument document) {
    try {
      PushbackInputStream content =
          new PushbackInputStream(
              stores.documents().read(payer.companyId(), document), SIGNATURE.length);
      byte[] first = content.readNBytes(SIGNATURE.length);
      if (!Arrays.equals(first, SIGNATURE)) {
        content.close();
        return Optional.empty();
      }
      content.unread(first);
      return Optional.of(
          new Found(
              FileNames.pdf(String.valueOf(document.attachment().name())),
              document.bytes(),
              content));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
