package org.dunlin.work.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.matching.BookedLine;
import org.dunlin.core.matching.Recognition;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.BookedInvoices.Allocated;
import org.dunlin.store.ledger.BookedInvoices.Booked;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.Refusals.Pair;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.joda.money.Money;

/**
 * What the hub allocated and a program has booked since is one and the same: the claim becomes
 * BOOKED, and its amount is taken from the invoice once the source's figure holds it, and not
 * before. What a program has booked no more is the hub's claim again, where it still fits.
 */
final class BookedClaims {
  private static final String ACTOR = "match";
  private static final String NO_MORE = "its program has it booked no more";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final Claims claims;
  private final Adjusting adjusting;
  private final Set<Pair> refusals;
  private final Set<UUID> changed = new LinkedHashSet<>();

  BookedClaims(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
    claims = new Claims(stores, companyId);
    adjusting = new Adjusting(stores, companyId, ACTOR, today);
    refusals = stores.refusals().of(companyId);
  }

  /** Compares what an invoice's program has booked with what the hub allocated to it. */
  void compare(UUID invoiceId) {
    DocumentState state = stores.invoices().lock(companyId, invoiceId).orElseThrow();
    List<Booked> booked = stores.bookedInvoices().booked(companyId, invoiceId);
    List<Allocated> hub = stores.bookedInvoices().allocated(companyId, invoiceId);
    Map<UUID, BookedLine> found =
        Recognition.of(
            booked.stream().map(Booked::line).toList(), hub.stream().map(Allocated::line).toList());
    Map<BookedLine, Booked> byLine =
        booked.stream().collect(Collectors.toMap(Booked::line, each -> each, (one, other) -> one));
    // What only a booking made gives its money back first: it may be that of a line of the hub,
    // of which the program was told and which was not known when the booking was found.
    List<Allocated> gone = hub.stream().filter(line -> !found.containsKey(line.id())).toList();
    gone.stream().filter(Allocated::madeByBooking).forEach(this::unbook);
    for (Allocated line : hub) {
      BookedLine as = found.get(line.id());
      if (as != null) {
        Booked booking = Objects.requireNonNull(byLine.get(as));
        book(line, booking, settled(state.invoice()), sum(booked));
      }
    }
    gone.stream().filter(line -> !line.madeByBooking()).forEach(this::unbook);
    fillUp(invoiceId, found);
    adjusting.standAgain(invoiceId);
  }

  /** Of a payment that is booked as a whole the rest is booked, too, where only a part was open. */
  private void fillUp(UUID invoiceId, Map<UUID, BookedLine> found) {
    Map<BookedLine, List<Allocated>> byBooking = new HashMap<>();
    for (Allocated line : stores.bookedInvoices().allocated(companyId, invoiceId)) {
      BookedLine as = found.get(line.stored().id());
      if (as != null) {
        byBooking.computeIfAbsent(as, booking -> new ArrayList<>()).add(line);
      }
    }
    byBooking.forEach(
        (as, lines) -> {
          Money done =
              Money.total(lines.stream().map(line -> line.stored().allocation().amount()).toList());
          boolean all =
              lines.stream()
                  .allMatch(line -> line.stored().allocation().decision() == Decision.BOOKED);
          if (all && done.isLessThan(as.amount())) {
            add(lines.getFirst(), as, as.amount().minus(done));
          }
        });
  }

  private void add(Allocated first, BookedLine as, Money rest) {
    Allocation of = first.stored().allocation();
    Allocation line =
        new Allocation(
            of.paymentId(),
            of.creditNoteId(),
            of.invoiceId(),
            rest,
            of.match(),
            1,
            Decision.BOOKED,
            null,
            null,
            List.of("its program has booked the whole payment"));
    if (line.paymentId() != null && claims.raiseMoney(line)) {
      UUID id = stores.allocations().add(companyId, line, ACTOR, today);
      stores.bookings().link(companyId, id, first.connectionId(), as.booking());
    }
  }

  /** The invoices of which something changed. */
  Set<UUID> changed() {
    return changed;
  }

  private void book(Allocated line, Booked as, BigDecimal settled, BigDecimal allBooked) {
    UUID id = line.stored().id();
    Allocation allocation = line.stored().allocation();
    if (!as.line().booking().equals(line.booking())) {
      stores.bookings().link(companyId, id, line.connectionId(), as.line().booking());
    }
    boolean shown =
        as.readLater() || settled.subtract(line.unexplained()).compareTo(allBooked) >= 0;
    switch (allocation.decision()) {
      case AUTOMATIC, CONFIRMED, MANUAL -> {
        if (shown && as.noteShows()) {
          claims.giveBackDocuments(allocation);
          decide(line, Decision.BOOKED, "ALLOCATION_BOOKED", "its program has booked it");
        }
      }
      case CONFLICT -> {
        if (claims.raiseMoney(allocation)) {
          decide(line, Decision.BOOKED, "ALLOCATION_BOOKED", "its program has booked it");
        }
      }
      case BOOKED, SUGGESTED -> {}
    }
  }

  private void unbook(Allocated line) {
    Allocation allocation = line.stored().allocation();
    if (line.booking() != null) {
      stores.bookings().link(companyId, line.stored().id(), null, null);
    }
    switch (allocation.decision()) {
      case BOOKED -> unbookBooked(line, allocation);
      case CONFLICT -> {
        Decision before = line.before();
        if (line.takenBack()) {
          // It claims nothing. As a suggestion it goes with the next that are made anew.
          decide(line, Decision.SUGGESTED, "BOOKING_VOIDED", NO_MORE);
        } else if (before != null && !refused(allocation) && claims.raise(allocation)) {
          decide(line, before, "ALLOCATION_STANDS_AGAIN", "its invoice is open for it again");
        }
      }
      case AUTOMATIC, CONFIRMED, MANUAL, SUGGESTED -> {}
    }
  }

  private void unbookBooked(Allocated line, Allocation allocation) {
    Decision before = line.before();
    if (before == null) {
      // Made by the booking alone. As a suggestion it goes with the next that are made anew.
      claims.giveBackMoney(allocation);
      decide(line, Decision.SUGGESTED, "BOOKING_VOIDED", NO_MORE);
    } else if (claims.raiseDocuments(allocation)) {
      decide(line, before, "BOOKING_VOIDED", NO_MORE);
    } else {
      claims.giveBackMoney(allocation);
      adjusting.giveWayWith(line.stored().id(), null);
      decide(line, Decision.CONFLICT, "ALLOCATION_CONFLICT", NO_MORE);
    }
  }

  private boolean refused(Allocation line) {
    String by = line.paymentId() == null ? line.creditNoteId() : line.paymentId();
    return refusals.contains(new Pair(String.valueOf(by), line.invoiceId()));
  }

  private void decide(Allocated line, Decision decision, String event, String why) {
    Allocation allocation = line.stored().allocation();
    stores.allocations().decide(companyId, line.stored().id(), decision, ACTOR);
    changed.add(UUID.fromString(allocation.invoiceId()));
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today,
                ACTOR,
                "invoice",
                allocation.invoiceId(),
                event,
                why,
                null,
                allocation,
                null));
  }

  private static BigDecimal settled(Invoice invoice) {
    return invoice.total().minus(invoice.outstanding()).getAmount();
  }

  private static BigDecimal sum(List<Booked> booked) {
    return booked.stream()
        .map(Booked::line)
        .map(each -> each.back() ? each.amount().negated() : each.amount())
        .map(Money::getAmount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
