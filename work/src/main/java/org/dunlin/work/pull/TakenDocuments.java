package org.dunlin.work.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.pull.DocumentName;
import org.dunlin.core.model.Attachment;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Documents.Owner;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.store.program.WantedObject;
import org.dunlin.work.link.Link;

/** Keeps the document of an invoice that was fetched, in the transaction of the caller. */
final class TakenDocuments {
  private static final long MOST_BYTES = 25L << 20;

  /** No delivery brought it. */
  private static final UUID NO_DELIVERY = new UUID(0, 0);

  private final Stores stores;

  TakenDocuments(Stores stores) {
    this.stores = stores;
  }

  /** Keeps it, unless it is there; nothing where there is no such invoice. */
  void take(Link link, WantedObject object, DocumentName name, byte[] bytes) {
    Optional<Owner> owner = stores.documents().owner(link.companyId(), link.id(), object.key());
    boolean fits = bytes.length > 0 && bytes.length <= MOST_BYTES;
    if (owner.isPresent() && fits && !has(link, owner.get(), name)) {
      add(link, owner.get(), name, bytes);
    }
  }

  private boolean has(Link link, Owner owner, DocumentName name) {
    return stores.documents().of(link.companyId(), owner.invoiceId()).stream()
        .anyMatch(kept -> kept.attachment().name().equals(name.file()));
  }

  private void add(Link link, Owner owner, DocumentName name, byte[] bytes) {
    Place place =
        new Place(link.companyId(), owner.customerId(), owner.invoiceId(), NO_DELIVERY, 0);
    Attachment attachment = new Attachment(name.file(), name.type(), null, null);
    try {
      stores
          .documents()
          .add(place, Ids.next(), attachment, new ByteArrayInputStream(bytes), MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not break off
    }
  }
}
