package org.dunlin.work.pull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.document.InvoiceDocument;
import org.dunlin.connectors.program.document.Step;
import org.dunlin.core.model.Attachment;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.ledger.Documents.Owner;
import org.dunlin.store.ledger.Documents.Place;
import org.dunlin.store.program.WantedObject;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.AskProgram.Question;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Use;

/** Fetches the documents of invoices, in as many steps as the program wants, and keeps them. */
final class InvoiceDocuments {
  private static final long MOST_BYTES = 25L << 20;
  private static final int MOST_STEPS = 5;

  /** Where nothing tells any more what brought the invoice. */
  private static final UUID NO_DELIVERY = new UUID(0, 0);

  private final Stores stores;
  private final AskProgram askProgram;
  private final Clock clock;

  InvoiceDocuments(Stores stores, AskProgram askProgram, Clock clock) {
    this.stores = stores;
    this.askProgram = askProgram;
    this.clock = clock;
  }

  /** What came of it. */
  sealed interface Fetched {
    /** The document. */
    record Document(Step.Found found) implements Fetched {}

    /** There is none. */
    record None() implements Fetched {}

    /** It did not come about. */
    record Not(Asked asked) implements Fetched {}
  }

  /** Fetches it. */
  Fetched fetch(Link link, WantedObject object, Use use) {
    InvoiceDocument document =
        InvoiceDocument.of(link.program(), object.stream(), object.key(), link.facts());
    Step step = first(document);
    for (int steps = 0; step instanceof Step.Ask ask; steps++) {
      if (steps == MOST_STEPS) {
        return new Fetched.Not(new Asked.Refused("The document leads from place to place."));
      }
      Asked asked =
          askProgram.ask(
              link.on(Occasion.reading(object.stream())),
              use,
              new Question(
                  ask.request(),
                  ask.authorised(),
                  reply -> document.verdict(ask, reply, clock.instant())));
      if (!(asked instanceof Asked.Answered answered)) {
        return asked instanceof Asked.Gone ? new Fetched.None() : new Fetched.Not(asked);
      }
      step = ask.then().read(answered.reply());
    }
    return switch (step) {
      case Step.Found found -> new Fetched.Document(found);
      case Step.Absent absent -> new Fetched.None();
      case Step.Refused(String sentence) -> new Fetched.Not(new Asked.Refused(sentence));
      case Step.Ask ask -> throw new IllegalStateException("a step is left");
    };
  }

  private static Step first(InvoiceDocument document) {
    try {
      return document.first();
    } catch (NoValue e) {
      return new Step.Refused(String.valueOf(e.getMessage()));
    }
  }

  /** Keeps it, unless it is there; nothing where there is no such invoice. */
  void keep(Link link, WantedObject object, Step.Found found) {
    Optional<Owner> owner = stores.documents().owner(link.companyId(), link.id(), object.key());
    boolean fits = found.content().length > 0 && found.content().length <= MOST_BYTES;
    if (owner.isPresent() && fits && !has(link, owner.get(), found)) {
      add(link, owner.get(), found);
    }
  }

  private boolean has(Link link, Owner owner, Step.Found found) {
    return stores.documents().of(link.companyId(), owner.invoiceId()).stream()
        .anyMatch(kept -> kept.attachment().name().equals(found.file()));
  }

  private void add(Link link, Owner owner, Step.Found found) {
    UUID broughtBy = Objects.requireNonNullElse(owner.deliveryId(), NO_DELIVERY);
    Place place = new Place(link.companyId(), owner.customerId(), owner.invoiceId(), broughtBy, 0);
    Attachment attachment = new Attachment(found.file(), found.type(), null, null);
    try {
      stores
          .documents()
          .add(
              place, Ids.next(), attachment, new ByteArrayInputStream(found.content()), MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not break off
    }
  }
}
