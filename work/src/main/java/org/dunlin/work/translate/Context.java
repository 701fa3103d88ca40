package org.dunlin.work.translate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.journal.Noted;
import org.dunlin.store.ledger.Origin;
import org.jspecify.annotations.Nullable;

/** What all writers of a delivery share, and at which object of a program they are. */
final class Context {
  /** Rows of the journal that are appended in one round trip. */
  private static final int MOST_NOTED = 200;

  private final Stores stores;
  private final Delivery delivery;
  private final LocalDate businessDate;
  private final ProblemNotes problems;
  private final Abilities abilities;
  private final List<Noted> noted = new ArrayList<>();
  private Origin origin;
  private @Nullable SourceObject object;
  private @Nullable Boolean missing;
  private @Nullable Boolean further;
  private @Nullable Boolean provider;
  private Consumer<Happening> watcher = happening -> {};

  Context(Stores stores, Delivery delivery, LocalDate businessDate, Abilities abilities) {
    stores.furtherSources().use(delivery.companyId());
    this.abilities = abilities;
    this.stores = stores;
    this.delivery = delivery;
    this.businessDate = businessDate;
    problems = new ProblemNotes(stores, delivery);
    origin =
        new Origin(
            delivery.companyId(),
            delivery.connectionId(),
            delivery.intakeSequence(),
            delivery.receivedAt());
  }

  void at(SourceObject next) {
    object = next;
    origin = origin.at(next.version());
  }

  /** These are told of what becomes of records, beside the journal. */
  void watch(Consumer<Happening> told) {
    watcher = told;
  }

  /** Notes in the journal what became of a record of this customer. */
  void note(Happening happening, UUID customerId) {
    watcher.accept(happening);
    noted.add(new Noted(Ids.next(), happening, customerId));
    if (noted.size() == MOST_NOTED) {
      appendNoted();
    }
  }

  /** Appends to the journal what was noted. */
  void appendNoted() {
    stores.journal().append(delivery.companyId(), noted);
    noted.clear();
  }

  /** Notes that a document is there, should a complete reading have missed it. */
  void foundAgain(String sourceId) {
    String companyId = delivery.companyId();
    if (missing == null) {
      missing = stores.missing().any(companyId, delivery.connectionId());
    }
    if (missing) {
      stores.missing().found(companyId, delivery.connectionId(), List.of(sourceId));
    }
  }

  /** Whether any document of the connection is that of another, whose figures count. */
  boolean hasFurtherSources() {
    if (further == null) {
      further = stores.furtherSources().any(delivery.companyId(), delivery.connectionId());
    }
    return further;
  }

  Stores stores() {
    return stores;
  }

  Delivery delivery() {
    return delivery;
  }

  /** Where the record comes from that is being written. */
  Origin origin() {
    return origin;
  }

  /** Whether a program names the records by ids of its own, so that an id never means another. */
  boolean ofProgram() {
    return object != null;
  }

  /** Whether a payment provider names them, whose payments are money and no bookings. */
  boolean ofProvider() {
    if (object == null) {
      return false;
    }
    if (provider == null) {
      provider =
          stores
              .connections()
              .find(delivery.companyId(), delivery.connectionId())
              .filter(connection -> abilities.takesPayments(connection.program()))
              .isPresent();
    }
    return provider;
  }

  Abilities abilities() {
    return abilities;
  }

  LocalDate businessDate() {
    return businessDate;
  }

  ProblemNotes problems() {
    return problems;
  }
}
