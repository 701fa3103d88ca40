package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Refunds.Said;
import org.dunlin.store.ledger.Refunds.Stored;
import org.joda.money.Money;

/**
 * What a person says of money that left: that it gives a customer's credit back, of money or of a
 * credit note, or does not.
 */
public final class JudgeRefund {
  private final Stores stores;

  /** Over these stores. */
  public JudgeRefund(Stores stores) {
    this.stores = stores;
  }

  /** What came of it. */
  public enum Outcome {
    /** It is done. */
    DONE,
    /** The money did not leave, or is a return; or the other is no customer's credit. */
    NO_REFUND,
    /** The two are of different currencies. */
    OTHER_CURRENCY,
    /** Nothing is left of one of them, since somebody else was quicker. */
    NOTHING_LEFT
  }

  /** Says that money that left gives the credit back, as much of it as both allow. */
  public Outcome settle(String companyId, UUID paidOut, UUID credit, String by) {
    return decided(() -> settleNow(companyId, paidOut, credit, by));
  }

  private Outcome settleNow(String companyId, UUID paidOut, UUID credit, String by) {
    stores.refunds().lock(companyId, paidOut, credit);
    Optional<PaymentState> out = stores.payments().find(companyId, paidOut);
    Optional<Credit> open = stores.refunds().credit(companyId, credit);
    if (out.isEmpty()
        || out.get().payment().direction() != Direction.OUT
        || out.get().payment().kind() == PaymentKind.RETURN) {
      return Outcome.NO_REFUND;
    }
    if (open.isEmpty()) {
      boolean there =
          stores.payments().find(companyId, credit).stream()
                  .anyMatch(state -> state.payment().direction() == Direction.IN)
              || stores.invoices().find(companyId, credit).stream()
                  .anyMatch(state -> state.invoice().kind() == InvoiceKind.CREDIT_NOTE);
      return there ? Outcome.NOTHING_LEFT : Outcome.NO_REFUND;
    }
    Money left = out.get().unallocated();
    Money owed = open.get().left();
    if (!left.isSameCurrency(owed)) {
      return Outcome.OTHER_CURRENCY;
    }
    Money amount = left.isLessThan(owed) ? left : owed;
    if (!amount.isPositive()
        || !stores.refunds().take(companyId, paidOut, credit, amount.getAmount())) {
      return Outcome.NOTHING_LEFT;
    }
    List<Stored> said = stores.refunds().of(companyId, paidOut);
    Optional<Stored> suggested =
        said.stream()
            .filter(each -> each.credit().equals(credit) && each.amount().equals(amount))
            .filter(each -> !each.stands())
            .findFirst();
    Money before =
        said.stream()
            .filter(each -> each.credit().equals(credit) && each.stands())
            .map(Stored::amount)
            .findFirst()
            .orElse(Money.zero(amount.getCurrencyUnit()));
    keep(companyId, paidOut, open.get(), amount.plus(before), suggested, by);
    return Outcome.DONE;
  }

  private void keep(
      String companyId,
      UUID paidOut,
      Credit open,
      Money amount,
      Optional<Stored> suggested,
      String by) {
    LocalDate today = today(companyId);
    UUID credit = UUID.fromString(open.id());
    Said said =
        new Said(
            paidOut,
            credit,
            UUID.fromString(open.customerId()),
            amount,
            suggested.isPresent() ? "CONFIRMED" : "MANUAL",
            suggested.map(Stored::reasons).orElse(List.of()));
    stores.refunds().keep(companyId, said, by, today);
    stores.refunds().forgetSuggestedOf(companyId, paidOut);
    stores.refunds().forgetSuggestedOf(companyId, credit);
    note(companyId, paidOut, credit, "REFUNDED", by, today);
  }

  /** Takes one that stands back; false when it does not stand, or not any more. */
  public boolean undo(String companyId, UUID refundId, String by) {
    return decided(
        () -> {
          stores
              .refunds()
              .find(companyId, refundId)
              .ifPresent(each -> stores.refunds().lock(companyId, each.paidOut(), each.credit()));
          Optional<Stored> stored = stores.refunds().find(companyId, refundId);
          if (stored.isEmpty() || !stores.refunds().undo(companyId, stored.get(), by)) {
            return false;
          }
          note(
              companyId,
              stored.get().paidOut(),
              stored.get().credit(),
              "REFUND_UNDONE",
              by,
              today(companyId));
          return true;
        });
  }

  /** Says that a suggested one is none: no rule joins the two again; false when none is there. */
  public boolean refuse(String companyId, UUID paidOut, UUID credit, String by) {
    return decided(
        () -> {
          LocalDate today = today(companyId);
          if (!stores.refunds().refuse(companyId, paidOut, credit, by, today)) {
            return false;
          }
          note(companyId, paidOut, credit, "REFUND_REFUSED", by, today);
          return true;
        });
  }

  private <T> T decided(Supplier<T> change) {
    T outcome = stores.transactions().in(change::get);
    stores.wakeups().wake(Stage.MATCH);
    return outcome;
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }

  private void note(
      String companyId, UUID paidOut, UUID credit, String event, String by, LocalDate today) {
    boolean ofNote = stores.invoices().find(companyId, credit).isPresent();
    stores.journal().append(companyId, Happening.to("payment", paidOut, event, by, today, ""));
    stores
        .journal()
        .append(
            companyId, Happening.to(ofNote ? "invoice" : "payment", credit, event, by, today, ""));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }
}
