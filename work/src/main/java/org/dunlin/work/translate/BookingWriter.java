package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.connectors.SourceObject;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Payment;
import org.dunlin.store.ledger.BookedObject;
import org.dunlin.store.ledger.BookedObjects;
import org.dunlin.store.ledger.BookedObjects.NewLines;
import org.dunlin.store.ledger.Bookings;
import org.dunlin.store.ledger.Bookings.NewBooking;
import org.dunlin.store.ledger.Bookings.Put;
import org.dunlin.store.ledger.Origin;
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
  private final BookedObjects bookedObjects;
  private final Set<BookedObject> silent = new HashSet<>();
  private final List<Said> waiting = new ArrayList<>();
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
    bookedObjects = context.stores().bookedObjects();
  }

  /**
   * All that an object says of what is booked.
   *
   * @param empty whether it says nothing at all any more
   */
  private record Said(
      Origin origin,
      BookedObject object,
      List<Payment> payments,
      List<Allocation> lines,
      List<Adjustment> adjustments,
      boolean empty) {
    Said {
      payments = List.copyOf(payments);
      lines = List.copyOf(lines);
      adjustments = List.copyOf(adjustments);
    }

    boolean anything() {
      return !lines.isEmpty() || !adjustments.isEmpty() || !payments.isEmpty();
    }
  }

  /** Finds out which of the objects have said nothing yet, before each is written in its turn. */
  void lookUp(List<SaidObject> objects) {
    silent.addAll(
        bookedObjects.without(
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
    if (ended == null || stale) {
      return;
    }
    Said said = new Said(context.origin(), ended, payments, lines, adjustments, empty);
    boolean together = silent.remove(ended) && adjustments.isEmpty() && !skipped;
    if (together && (said.anything() || empty)) {
      waiting.add(said);
    } else if (!together && (said.anything() || empty || known)) {
      writeWaiting(); // it may be among them
      keep(said, skipped);
    }
  }

  /** Keeps in few round trips what objects said that had said nothing before. */
  void writeWaiting() {
    Map<String, NewBooking> first = new LinkedHashMap<>();
    for (Said each : waiting) {
      for (Payment said : each.payments()) {
        String reference = Reference.in(said).orElse(null);
        first.putIfAbsent(said.id(), new NewBooking(each.origin(), each.object(), said, reference));
      }
    }
    Set<String> added = bookings.add(List.copyOf(first.values()));
    Map<String, BookedObject> bringing = new HashMap<>();
    first.forEach((id, booking) -> bringing.put(id, booking.object()));
    List<Said> all = List.copyOf(waiting);
    waiting.clear();
    List<Said> plainly = new ArrayList<>();
    List<Said> others = new ArrayList<>();
    for (Said each : all) {
      boolean plain =
          each.payments().stream()
              .allMatch(
                  said ->
                      added.contains(said.id()) && each.object().equals(bringing.get(said.id())));
      (plain ? plainly : others).add(each);
    }
    Set<BookedObject> late =
        bookedObjects.add(
            plainly.stream()
                .map(each -> new NewLines(each.origin(), each.object(), each.lines()))
                .toList());
    plainly.stream().filter(each -> late.contains(each.object())).forEach(others::add);
    others.forEach(each -> keep(each, false));
  }

  private void keep(Said said, boolean partly) {
    Origin origin = said.origin();
    Optional<Version> before =
        bookedObjects.state(origin.companyId(), origin.connectionId(), said.object());
    if (!before.map(origin.version()::replaces).orElse(true)) {
      return;
    }
    boolean whole = !partly;
    for (Payment each : said.payments()) {
      Put put = bookings.put(origin, said.object(), each, Reference.in(each).orElse(null));
      whole &= put != Put.STALE;
    }
    if (whole && (said.anything() || said.empty() || before.isPresent())) {
      List<String> brought = said.payments().stream().map(Payment::id).toList();
      bookedObjects.replace(origin, said.object(), brought, said.lines(), said.adjustments());
    }
  }
}
