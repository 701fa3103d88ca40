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
      page.forEach(back -> undo(back.payment(), reopened));
      place = page.isEmpty() ? place : Place.behind(page.getLast().payment());
    } while (page.size() == OpenItems.PAGE);
    return reopened;
  }

  private void undo(Payment back, Set<UUID> reopened) {
    Optional<Returned> debit = debits.undoneBy(back);
    if (debit.isPresent()) {
      debits.note(debit.get().debit(), back);
      if (!debit.get().alone() || !debit.get().money().payment().amount().equals(back.amount())) {
        undo(back, debit.get(), reopened);
        return;
      }
    }
    stores
        .payments()
        .undoneBy(companyId, back)
        .forEach(each -> takeRefundsBack(UUID.fromString(each.payment().id())));
    List<PaymentState> undone = stores.payments().undoneBy(companyId, back);
    if (undone.size() == 1 && undone.getFirst().returned().isZero()) {
      undo(back, undone.getFirst(), reopened);
    }
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
        undo(back, returned.money().payment(), stored, adjusting, reopened);
        left = left.minus(stored.allocation().amount());
      }
    }
    for (Stored stored : stores.allocations().bookedOf(companyId, moneyId)) {
      if (isOf(stored.allocation(), debit, left)) {
        contradict(stored, new Claims(stores, companyId), reopened);
      }
    }
    Money unallocated =
        stores.payments().find(companyId, moneyId).orElseThrow().unallocated();
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
      if (refund.stands()
          && refund.credit().equals(undoneId)
          && stores.refunds().undo(companyId, refund.id(), ACTOR)) {
        BigDecimal amount = refund.amount().getAmount();
        stores.refunds().giveBack(companyId, refund.paidOut(), amount);
        stores.refunds().giveBack(companyId, refund.credit(), amount);
      }
    }
  }

  private void undo(Payment back, PaymentState undone, Set<UUID> reopened) {
    UUID backId = UUID.fromString(back.id());
    UUID undoneId = UUID.fromString(undone.payment().id());
    Adjusting adjusting = new Adjusting(stores, companyId, ACTOR, today);
    for (Stored stored : stores.allocations().appliedOf(companyId, undoneId)) {
      undo(back, undone.payment(), stored, adjusting, reopened);
    }
    // What was contradicted claims nothing, but what was settled without money beside it may.
    for (Stored stored : stores.allocations().contradictedOf(companyId, undoneId)) {
      if (adjusting.takeBack(stored.id())) {
        reopened.add(UUID.fromString(stored.allocation().invoiceId()));
      }
    }
    Money never = undone.unallocated().plus(contradict(undone.payment(), reopened));
    if (never.isPositive()) {
      stores.payments().addReturned(companyId, undoneId, never.getAmount());
      stores.payments().addReturned(companyId, backId, never.getAmount());
    }
  }

  private void undo(
      Payment back, Payment undone, Stored stored, Adjusting adjusting, Set<UUID> reopened) {
    Allocation line = reversal(back, undone, stored.allocation());
    UUID invoiceId = UUID.fromString(line.invoiceId());
    BigDecimal amount = line.amount().getAmount();
    stores.payments().claim(companyId, UUID.fromString(back.id()), amount);
    stores.invoices().unclaim(companyId, invoiceId, amount);
    adjusting.takeBack(stored.id());
    UUID reversal = stores.allocations().add(companyId, line, ACTOR, today);
    if (!stores.allocations().undone(companyId, stored.id(), reversal)) {
      throw new IllegalStateException(
          "allocation "
              + stored.id()
              + " changed meanwhile; the next run takes the return up again");
    }
    note(line, "PAYMENT_RETURNED", String.join("; ", line.evidence()));
    reopened.add(invoiceId);
  }

  /**
   * What its program has booked stands there still, and the hub cannot take it back: a person is to
   * look. The sum of it is allocated no more.
   */
  private Money contradict(Payment undone, Set<UUID> reopened) {
    Claims claims = new Claims(stores, companyId);
    Money sum = Money.zero(undone.amount().getCurrencyUnit());
    for (Stored stored : stores.allocations().bookedOf(companyId, UUID.fromString(undone.id()))) {
      sum = sum.plus(contradict(stored, claims, reopened));
    }
    return sum;
  }

  private Money contradict(Stored stored, Claims claims, Set<UUID> reopened) {
    Allocation line = stored.allocation();
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
            "the bank returned the payment of "
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
