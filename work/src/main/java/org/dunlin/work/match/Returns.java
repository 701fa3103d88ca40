package org.dunlin.work.match;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Payments.Place;
import org.dunlin.store.ledger.Refunds;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.match.ReturnedDebits.Returned;
import org.joda.money.Money;

/**
 * Money that went back: what it had paid is open again. A return is applied to the invoices of the
 * payment that it undoes, with the rule RETURN, and such a line counts against the payment's own;
 * what had not been allocated yet is noted as returned on both. A return that fits no payment, or
 * more than one, stays visibly unallocated.
 */
final class Returns {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final ReturnedDebits debits;

  Returns(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
    this.debits = new ReturnedDebits(stores, companyId, today);
  }

  /** Undoes what can be undone; the invoices that are open again. */
  Set<UUID> undo() {
    Set<UUID> reopened = new LinkedHashSet<>();
    Place place = Place.START;
    List<PaymentState> page;
    do {
      page = stores.payments().openReturns(companyId, place, OpenItems.PAGE);
      page.forEach(back -> undo(back, reopened));
      place = page.isEmpty() ? place : Place.behind(page.getLast().payment());
    } while (page.size() == OpenItems.PAGE);
    return reopened;
  }

  private void undo(PaymentState found, Set<UUID> reopened) {
    Payment back = found.payment();
    Optional<Returned> debit = debits.undoneBy(back);
    if (debit.isPresent()) {
      debits.note(debit.get().debit(), back);
      if (!debit.get().alone() || !debit.get().money().payment().amount().equals(back.amount())) {
        undo(back, debit.get(), reopened);
        return;
      }
    }
    if (new ReturnedCredits(stores, companyId, today).settle(found)) {
      return;
    }
    stores
        .payments()
        .undoneBy(companyId, back)
        .forEach(each -> takeRefundsBack(UUID.fromString(each.payment().id())));
    List<PaymentState> undone = stores.payments().undoneBy(companyId, back);
    if (undone.size() != 1) {
      return;
    }
    PaymentState of = undone.getFirst();
    boolean untouched = found.unallocated().isEqual(back.amount()) && of.returned().isZero();
    if (of.payment().amount().isEqual(back.amount()) && untouched) {
      undo(back, of, reopened);
    } else {
      inPart(found, of, reopened);
    }
  }

  /**
   * A provider gives a part of a payment back, or one part after the other: what had found no
   * invoice goes first, then what was applied last. A line of which only a part goes is cut in two.
   */
  private void inPart(PaymentState found, PaymentState of, Set<UUID> reopened) {
    Payment back = found.payment();
    UUID backId = UUID.fromString(back.id());
    UUID ofId = UUID.fromString(of.payment().id());
    Money left = found.unallocated();
    Money free = smaller(left, of.unallocated());
    if (free.isPositive()) {
      stores.payments().addReturned(companyId, ofId, free.getAmount());
      stores.payments().addReturned(companyId, backId, free.getAmount());
      left = left.minus(free);
    }
    for (Stored stored : stores.allocations().appliedOf(companyId, ofId).reversed()) {
      if (!left.isPositive()) {
        return;
      }
      Money part = smaller(left, stored.allocation().amount());
      boolean whole = part.isEqual(stored.allocation().amount());
      UUID line =
          whole
              ? stored.id()
              : stores.allocations().cutOff(companyId, stored.id(), part.getAmount());
      if (whole) {
        new Adjusting(stores, companyId, ACTOR, today).takeBack(line);
      }
      reopened.add(reverse(back, of.payment(), line, with(stored.allocation(), part)));
      left = left.minus(part);
    }
    if (left.isPositive() && contradict(of.payment(), backId, reopened).isPositive()) {
      Money given = smaller(left, of.payment().amount());
      stores.payments().addReturned(companyId, ofId, given.getAmount());
      stores.payments().addReturned(companyId, backId, given.getAmount());
    }
  }

  private static Money smaller(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static Allocation with(Allocation line, Money amount) {
    return new Allocation(
        line.paymentId(),
        line.creditNoteId(),
        line.invoiceId(),
        amount,
        line.match(),
        line.rank(),
        line.decision(),
        line.rule(),
        line.confidence(),
        line.evidence());
  }

  /**
   * One debit of several that had come as one sum, or one that went back with charges: what it had
   * settled alone is open again.
   */
  private void undo(Payment back, Returned returned, Set<UUID> reopened) {
    UUID backId = UUID.fromString(back.id());
    UUID moneyId = UUID.fromString(returned.money().payment().id());
    Debit debit = returned.debit();
    Adjusting adjusting = new Adjusting(stores, companyId, ACTOR, today);
    Money left = debit.amount();
    for (Stored stored : stores.allocations().appliedOf(companyId, moneyId)) {
      if (isOf(stored.allocation(), debit, left)) {
        adjusting.takeBack(stored.id());
        Payment undone = returned.money().payment();
        reopened.add(reverse(back, undone, stored.id(), stored.allocation()));
        left = left.minus(stored.allocation().amount());
      }
    }
    for (Stored stored : stores.allocations().bookedOf(companyId, moneyId)) {
      if (isOf(stored.allocation(), debit, left)) {
        contradict(stored, backId, new Claims(stores, companyId), reopened);
      }
    }
    Money unallocated = stores.payments().find(companyId, moneyId).orElseThrow().unallocated();
    Money never = left.isGreaterThan(unallocated) ? unallocated : left;
    if (never.isPositive()) {
      stores.payments().addReturned(companyId, moneyId, never.getAmount());
      stores.payments().addReturned(companyId, backId, never.getAmount());
    }
  }

  private static boolean isOf(Allocation line, Debit debit, Money left) {
    return line.invoiceId().equals(debit.invoiceId().toString())
        && !line.amount().isGreaterThan(left)
        && line.evidence().stream().anyMatch(each -> each.contains(debit.endToEndId()));
  }

  /**
   * What the bank takes back was no credit that could have been refunded; the pair is judged anew.
   */
  private void takeRefundsBack(UUID undoneId) {
    for (Refunds.Stored refund : stores.refunds().of(companyId, undoneId)) {
      if (refund.stands() && refund.credit().equals(undoneId)) {
        stores.refunds().undo(companyId, refund, ACTOR);
      }
    }
  }

  private void undo(Payment back, PaymentState undone, Set<UUID> reopened) {
    UUID backId = UUID.fromString(back.id());
    UUID undoneId = UUID.fromString(undone.payment().id());
    Adjusting adjusting = new Adjusting(stores, companyId, ACTOR, today);
    for (Stored stored : stores.allocations().appliedOf(companyId, undoneId)) {
      adjusting.takeBack(stored.id());
      reopened.add(reverse(back, undone.payment(), stored.id(), stored.allocation()));
    }
    // What was contradicted claims nothing, but what was settled without money beside it may.
    for (Stored stored : stores.allocations().contradictedOf(companyId, undoneId)) {
      stores.writeBacks().returned(companyId, stored.id(), backId);
      if (adjusting.takeBack(stored.id())) {
        reopened.add(UUID.fromString(stored.allocation().invoiceId()));
      }
    }
    Money never = undone.unallocated().plus(contradict(undone.payment(), backId, reopened));
    if (never.isPositive()) {
      stores.payments().addReturned(companyId, undoneId, never.getAmount());
      stores.payments().addReturned(companyId, backId, never.getAmount());
    }
  }

  /** Gives the amount of a line back; the invoice that is open again. */
  private UUID reverse(Payment back, Payment undone, UUID allocationId, Allocation undoneLine) {
    Allocation line = reversal(back, undone, undoneLine);
    UUID invoiceId = UUID.fromString(line.invoiceId());
    BigDecimal amount = line.amount().getAmount();
    stores.payments().claim(companyId, UUID.fromString(back.id()), amount);
    stores.invoices().unclaim(companyId, invoiceId, amount);
    UUID reversal = stores.allocations().add(companyId, line, ACTOR, today);
    if (!stores.allocations().undone(companyId, allocationId, reversal)) {
      throw new IllegalStateException(
          "allocation "
              + allocationId
              + " changed meanwhile; the next run takes the return up again");
    }
    stores.writeBacks().returned(companyId, allocationId, UUID.fromString(back.id()));
    note(line, "PAYMENT_RETURNED", String.join("; ", line.evidence()));
    return invoiceId;
  }

  /**
   * What its program has booked stands there still: where the hub had told it to and can take it
   * back, it does, else a person is to look. The sum of it is allocated no more.
   */
  private Money contradict(Payment undone, UUID backId, Set<UUID> reopened) {
    Claims claims = new Claims(stores, companyId);
    Money sum = Money.zero(undone.amount().getCurrencyUnit());
    for (Stored stored : stores.allocations().bookedOf(companyId, UUID.fromString(undone.id()))) {
      sum = sum.plus(contradict(stored, backId, claims, reopened));
    }
    return sum;
  }

  private Money contradict(Stored stored, UUID backId, Claims claims, Set<UUID> reopened) {
    Allocation line = stored.allocation();
    stores.writeBacks().returned(companyId, stored.id(), backId);
    stores.allocations().decide(companyId, stored.id(), Decision.CONFLICT, ACTOR);
    new Adjusting(stores, companyId, ACTOR, today).takeBack(stored.id());
    claims.giveBackMoney(line);
    note(line, "ALLOCATION_CONFLICT", "the bank took back what its program has booked");
    reopened.add(UUID.fromString(line.invoiceId()));
    return line.amount();
  }

  private static Allocation reversal(Payment back, Payment undone, Allocation line) {
    return new Allocation(
        back.id(),
        null,
        line.invoiceId(),
        line.amount(),
        back.id() + "#1",
        1,
        Decision.AUTOMATIC,
        MatchRule.RETURN,
        BigDecimal.ONE,
        List.of(
            "the bank or the provider returned the payment of "
                + undone.bookingDate()
                + " with end-to-end id "
                + undone.endToEndId()));
  }

  private void note(Allocation line, String event, String reason) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, ACTOR, "invoice", line.invoiceId(), event, reason, null, line, null));
  }
}
