package org.dunlin.store.privacy;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes out what was learned or said of the accounts of an erased customer, also where they paid
 * for another: a denial goes with the lesson that it denies.
 */
final class ErasedPayers {
  private final JdbcClient jdbc;

  ErasedPayers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Forgets who paid for the customer, and the accounts of its master data; before it is
   * overwritten.
   */
  void forget(String companyId, UUID customerId) {
    String accounts =
        " or payer in (select jsonb_array_elements_text(record -> 'ibans') from customer"
            + " where company_id = :company and customer_id = :id)";
    run(
        "delete from payer_lesson where company_id = :company and (allocation_id in ("
            + "select allocation_id from allocation join invoice using (company_id, invoice_id)"
            + " where company_id = :company and customer_id = :id)"
            + accounts
            + ")",
        companyId,
        customerId);
    run(
        "delete from payer_denial where company_id = :company and (customer_id = :id"
            + accounts
            + ")",
        companyId,
        customerId);
  }

  /** Forgets the account that the payment came from; before it is overwritten. */
  void forgetPayment(String companyId, UUID paymentId) {
    for (String table : new String[] {"payer_lesson", "payer_denial"}) {
      run(
          "delete from "
              + table
              + " where company_id = :company and payer = (select payer_of(record) from payment"
              + " where company_id = :company and payment_id = :id)",
          companyId,
          paymentId);
    }
  }

  private void run(String statement, String companyId, UUID id) {
    jdbc.sql(statement).param("company", companyId).param("id", id).update();
  }
}
