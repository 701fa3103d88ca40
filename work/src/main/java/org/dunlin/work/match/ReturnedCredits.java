package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.store.ledger.Refunds.Said;
import org.dunlin.store.pay.ProviderRefunds.Told;
import org.joda.money.Money;

/**
 * What a provider gave back of a credit note, as it tells of it: the payment that it is of goes on
 * settling its invoice, and the credit note is settled.
 */
final class ReturnedCredits {
  private static final String ACTOR = "match";

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  ReturnedCredits(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  /** Settles the credit note of a return; false where it is of none. */
  boolean settle(PaymentState back) {
    UUID backId = UUID.fromString(back.payment().id());
    Optional<Told> told = stores.pay().refunds().told(companyId, backId);
    if (told.isEmpty()) {
      return false;
    }
    Told refund = told.get();
    UUID note = refund.creditNote();
    Money left = back.unallocated();
    Money amount = left.isLessThan(refund.amount()) ? left : refund.amount();
    stores.refunds().lock(companyId, backId, note);
    if (!stores.pay().refunds().release(companyId, refund.id())) {
      // The source of the credit note shows it: nothing of it is left to be taken.
      stores.payments().addReturned(companyId, backId, amount.getAmount());
      return true;
    }
    stores.invoices().unclaim(companyId, note, refund.amount().getAmount());
    if (!stores.refunds().take(companyId, backId, note, amount.getAmount())) {
      throw new IllegalStateException(
          "credit note " + note + " changed meanwhile; the next run takes the return up again");
    }
    Said said = new Said(backId, note, refund.customer(), amount, "AUTOMATIC", List.of());
    stores.refunds().keep(companyId, said, ACTOR, today);
    stores
        .journal()
        .append(companyId, Happening.to("payment", backId, "REFUNDED", ACTOR, today, ""));
    stores.journal().append(companyId, Happening.to("invoice", note, "REFUNDED", ACTOR, today, ""));
    return true;
  }
}
