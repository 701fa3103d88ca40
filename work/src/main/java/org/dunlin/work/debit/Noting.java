package org.dunlin.work.debit;

import java.time.LocalDate;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.journal.Happening;
import org.joda.money.Money;

/** Notes in the journal what becomes of debits. */
final class Noting {
  private final Stores stores;
  private final String companyId;
  private final LocalDate today;

  Noting(Stores stores, String companyId, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.today = today;
  }

  void of(Debit debit, String event, String by, String why) {
    stores
        .journal()
        .append(companyId, Happening.to("invoice", debit.invoiceId(), event, by, today, why));
  }

  /** As the journal writes an amount. */
  static String words(Money amount) {
    return amount.getCurrencyUnit().getCode() + " " + amount.getAmount().toPlainString();
  }
}
