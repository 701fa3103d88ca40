package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.matching.BookedPayments;
import org.dunlin.core.matching.MatchFacts;
import org.dunlin.core.matching.ProgramBooking;
import org.dunlin.core.matching.Recognition;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.UnmatchedBookings.Unmatched;

/**
 * Money that a bookkeeper has booked in the program before the hub allocated it: it is allocated as
 * BOOKED, so that nothing allocates it a second time. Money of which that is not sure is left to a
 * person.
 */
final class BookedMoney {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final Set<UUID> changed = new LinkedHashSet<>();
  private final Set<String> heldBack = new HashSet<>();

  BookedMoney(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** The ids of payments that no rule may allocate now. */
  Set<String> heldBack() {
    return heldBack;
  }

  /** The invoices of which something changed. */
  Set<UUID> changed() {
    return changed;
  }

  void find(MatchFacts facts) {
    stores
        .unmatchedBookings()
        .contradicted(companyId)
        .forEach(payment -> heldBack.add(payment.toString()));
    List<Unmatched> bookings =
        stores.unmatchedBookings().withMoney(companyId, Recognition.MOST_DAYS);
    if (bookings.isEmpty()) {
      return;
    }
    Map<String, Unmatched> byId = new HashMap<>();
    bookings.forEach(each -> byId.put(each.booking().id(), each));
    List<UnallocatedPayment> money =
        stores.unmatchedBookings().money(companyId, Recognition.MOST_DAYS).stream()
            .map(state -> new UnallocatedPayment(state.payment(), state.unallocated()))
            .toList();
    BookedPayments.Found found =
        new BookedPayments(facts.customers(), facts.refusals())
            .find(money, bookings.stream().map(Unmatched::booking).toList());
    heldBack.addAll(found.unsure());
    money.forEach(
        candidate -> {
          ProgramBooking booking = found.booked().get(candidate.payment().id());
          if (booking != null) {
            book(candidate, Objects.requireNonNull(byId.get(booking.id())));
          }
        });
  }

  private void book(UnallocatedPayment candidate, Unmatched as) {
    UUID payment = UUID.fromString(candidate.payment().id());
    for (ProgramBooking.Line settles : as.booking().lines()) {
      if (stores.payments().claim(companyId, payment, settles.amount().getAmount())) {
        Allocation line = line(payment, settles, as);
        UUID id = stores.allocations().add(companyId, line, ACTOR, today);
        stores.payerLessons().learn(companyId, id, line);
        stores.bookings().link(companyId, id, as.connectionId(), as.sourceId());
        changed.add(UUID.fromString(settles.invoice().id()));
        note(line);
      }
    }
  }

  private static Allocation line(UUID payment, ProgramBooking.Line settles, Unmatched as) {
    return new Allocation(
        payment.toString(),
        null,
        settles.invoice().id(),
        settles.amount(),
        payment + "#booked",
        1,
        Decision.BOOKED,
        null,
        null,
        List.of(
            "connection "
                + as.connectionId()
                + " has booked it on "
                + as.booking().date()
                + " as "
                + as.sourceId()));
  }

  private void note(Allocation line) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                ACTOR,
                "invoice",
                line.invoiceId(),
                "ALLOCATION_BOOKED",
                String.join("; ", line.evidence()),
                null,
                line,
                null));
  }
}
