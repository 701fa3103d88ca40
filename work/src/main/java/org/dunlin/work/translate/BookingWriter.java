package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.BookedObject;
import org.dunlin.store.ledger.Bookings;
import org.dunlin.store.ledger.Bookings.Put;
import org.dunlin.store.ledger.Version;
import org.dunlin.work.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a program has booked. What one of its objects says is kept or dropped as a whole, once
 * all records of the object have been seen: a payment that its newest state does not bring is void.
 */
final class BookingWriter {
  private final Context context;
  private final Bookings bookings;
  private final List<Payment> payments = new ArrayList<>();
  private final List<Allocation> lines = new ArrayList<>();
  private final List<Adjustment> adjustments = new ArrayList<>();
  private @Nullable BookedObject object;
  private boolean empty;
  private boolean known;
  private boolean skipped;
  private boolean stale;

  BookingWriter(Context context) {
    this.context = context;
    bookings = context.stores().bookings();
  }

  /** Begins an object, after the one before has ended. */
  void begin(SourceObject next) {
    object = new BookedObject(next.stream(), next.key());
    payments.clear();
    lines.clear();
    adjustments.clear();
    empty = true;
    known = false;
    skipped = false;
    stale = false;
  }

  void write(Payment said) {
    payments.add(said);
    empty = false;
  }

  void write(Allocation line) {
    if (line.decision() != Decision.BOOKED) {
      throw new RefusedRecord(
          "allocation to " + line.invoiceId(),
          "NOT_BOOKED",
          "a program says only what it has BOOKED, and this allocation is " + line.decision());
    }
    lines.add(line);
    empty = false;
  }

  /** What settled an invoice without money is in its outstanding amount already, and is kept. */
  void write(Adjustment adjustment) {
    adjustments.add(adjustment);
    empty = false;
  }

  /**
   * Notes that the object brought another record.
   *
   * @param added whether it was not there before, so that its object had no earlier state either
   */
  void besides(boolean added) {
    known |= !added;
    empty = false;
  }

  /** Lets all that is kept stand: a later state of the object is there. */
  void stale() {
    stale = true;
  }

  /** Lets the lines that are kept stand: not all of this is known. */
  void skip() {
    skipped = true;
  }

  /** Ends the object, where there is one. */
  void end() {
    BookedObject ended = object;
    object = null;
    if (ended != null && !stale && (says() || empty || known)) {
      keep(ended);
    }
  }

  private void keep(BookedObject ended) {
    Optional<Version> before =
        context
            .stores()
            .bookedObjects()
            .state(context.origin().companyId(), context.origin().connectionId(), ended);
    boolean newer = before.map(context.origin().version()::replaces).orElse(true);
    if (!newer) {
      return;
    }
    for (Payment each : payments) {
      Put put = bookings.put(context.origin(), ended, each, Reference.in(each).orElse(null));
      skipped |= put == Put.STALE;
    }
    if (!skipped && (says() || empty || before.isPresent())) {
      List<String> brought = payments.stream().map(Payment::id).toList();
      context
          .stores()
          .bookedObjects()
          .replace(context.origin(), ended, brought, lines, adjustments);
    }
  }

  private boolean says() {
    return !lines.isEmpty() || !adjustments.isEmpty() || !payments.isEmpty();
  }
}
