package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.Bookings;
import org.dunlin.store.ledger.Bookings.BookedObject;
import org.dunlin.store.ledger.Bookings.Put;
import org.dunlin.store.ledger.Version;
import org.dunlin.work.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a program has booked. What one of its objects says of what settles what is kept or
 * dropped as a whole, once all records of the object have been seen.
 */
final class BookingWriter {
  private final Context context;
  private final Bookings bookings;
  private final List<Allocation> lines = new ArrayList<>();
  private @Nullable BookedObject object;
  private boolean empty;
  private boolean known;
  private boolean skipped;

  BookingWriter(Context context) {
    this.context = context;
    bookings = context.stores().bookings();
  }

  /** Begins an object, after the one before has ended. */
  void begin(SourceObject next) {
    object = new BookedObject(next.stream(), next.key());
    lines.clear();
    empty = true;
    known = false;
    skipped = false;
  }

  void write(Payment said) {
    Put put = bookings.put(context.origin(), said, Reference.in(said).orElse(null));
    if (put != Put.STALE) {
      context.foundAgain(said.id());
    }
    switch (put) {
      case ADDED -> {}
      case REPLACED -> known = true;
      case STALE -> skipped = true;
    }
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

  /**
   * Notes that the object brought another record.
   *
   * @param added whether it was not there before, so that its object had no earlier state either
   */
  void besides(boolean added) {
    known |= !added;
    empty = false;
  }

  /** Lets the lines that are kept stand: a later state is there, or not all of this is known. */
  void skip() {
    skipped = true;
  }

  /** Ends the object, where there is one. */
  void end() {
    BookedObject ended = object;
    object = null;
    if (ended != null && !skipped && (!lines.isEmpty() || empty || known)) {
      replace(ended);
    }
  }

  private void replace(BookedObject ended) {
    Optional<Version> before =
        bookings.state(context.origin().companyId(), context.origin().connectionId(), ended);
    boolean newer = before.map(context.origin().version()::replaces).orElse(true);
    boolean says = !lines.isEmpty() || empty || before.isPresent();
    if (newer && says) {
      bookings.replaceLines(context.origin(), ended, lines);
    }
  }
}
