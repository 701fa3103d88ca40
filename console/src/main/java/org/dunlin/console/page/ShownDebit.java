package org.dunlin.console.page;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.ledger.DocumentState;

/**
 * A debit as a list shows it.
 *
 * @param customer its name
 * @param number of the invoice
 */
public record ShownDebit(Debit debit, String customer, String number) {
  private static final int DAYS_UNHEARD = 10;

  static ShownDebit of(Stores stores, String company, Debit debit) {
    return new ShownDebit(
        debit,
        stores.customers().find(company, debit.customerId()).map(Customer::name).orElse("–"),
        stores
            .invoices()
            .find(company, debit.invoiceId())
            .map(DocumentState::invoice)
            .map(Invoice::number)
            .orElse("–"));
  }

  /** Whether its file has not left, or nothing was heard of it, so that it may be taken back. */
  public boolean isWithdrawable(LocalDate today) {
    return debit.state() == DebitState.ANNOUNCED
        || debit.state() == DebitState.IN_FILE
        || debit.state() == DebitState.SUBMITTED
            && debit.collectOn().plusDays(DAYS_UNHEARD).isBefore(today);
  }

  /** Its id as an address has it. */
  public UUID id() {
    return debit.id();
  }
}
