package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.Bookings;
import org.dunlin.store.ledger.Bookings.BookedObject;
import org.dunlin.store.ledger.Bookings.NewBooking;
import org.dunlin.store.ledger.Bookings.NewLines;
import org.dunlin.store.ledger.Bookings.Put;
import org.dunlin.store.ledger.Origin;
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
  private final Set<Payment> ahead = new HashSet<>();
  private final Set<BookedObject> silent = new HashSet<>();
  private final List<NewLines> waiting = new ArrayList<>();
  private @Nullable BookedObject object;
  private boolean empty;
  private boolean known;
  private boolean skipped;

  BookingWriter(Context context) {
    this.context = context;
    bookings = context.stores().bookings();
  }

  /**
   * Adds the payments that were not there, all in one round trip and before each is written in its
   * turn; and asks which of the objects have said nothing yet.
   */
  void addAhead(List<SaidObject> objects) {
    Map<String, NewBooking> first = new LinkedHashMap<>();
    for (SaidObject each : objects) {
      Origin origin = context.origin().at(each.object().version());
      each.records(Payment.class)
          .forEach(
              said ->
                  first.putIfAbsent(
                      said.id(), new NewBooking(origin, said, Reference.in(said).orElse(null))));
    }
    Set<String> added = bookings.add(List.copyOf(first.values()));
    first.values().stream()
        .map(NewBooking::said)
        .filter(said -> added.contains(said.id()))
        .forEach(ahead::add);
    silent.addAll(
        bookings.without(
            context.origin().companyId(),
            context.origin().connectionId(),
            objects.stream().map(each -> booked(each.object())).collect(Collectors.toSet())));
  }

  private static BookedObject booked(SourceObject object) {
    return new BookedObject(object.stream(), object.key());
  }

  /** Begins an object, after the one before has ended. */
  void begin(SourceObject next) {
    object = booked(next);
    lines.clear();
    empty = true;
    known = false;
    skipped = false;
  }

  void write(Payment said) {
    Put put =
        ahead.remove(said)
            ? Put.ADDED
            : bookings.put(context.origin(), said, Reference.in(said).orElse(null));
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
      if (!silent.remove(ended)) {
        writeWaiting(); // it may be among them
        replace(context.origin(), ended, lines, empty);
      } else if (!lines.isEmpty() || empty) {
        waiting.add(new NewLines(context.origin(), ended, List.copyOf(lines)));
      }
    }
  }

  /** Keeps what objects said that had said nothing before. */
  void writeWaiting() {
    for (NewLines late : bookings.addLines(waiting)) {
      replace(late.origin(), late.object(), late.lines(), late.lines().isEmpty());
    }
    waiting.clear();
  }

  private void replace(Origin origin, BookedObject ended, List<Allocation> said, boolean nothing) {
    Optional<Version> before = bookings.state(origin.companyId(), origin.connectionId(), ended);
    boolean newer = before.map(origin.version()::replaces).orElse(true);
    boolean says = !said.isEmpty() || nothing || before.isPresent();
    if (newer && says) {
      bookings.replaceLines(origin, ended, said);
    }
  }
}
