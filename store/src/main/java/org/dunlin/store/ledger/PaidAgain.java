package org.dunlin.store.ledger;

import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments that name an invoice which is settled, from its customer. */
public final class PaidAgain {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public PaidAgain(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Puts these in the place of all that were found before.
   *
   * @param found the invoice that each payment names
   */
  public void replace(String companyId, Map<UUID, UUID> found) {
    UUID[] payments = found.keySet().toArray(UUID[]::new);
    jdbc.sql(
            "delete from paid_again where company_id = :company"
                + " and not payment_id = any(cast(:payments as uuid[]))")
        .param("company", companyId)
        .param("payments", payments)
        .update();
    jdbc.sql(
            """
            insert into paid_again (company_id, payment_id, invoice_id)
            select :company, payment, invoice
              from unnest(cast(:payments as uuid[]), cast(:invoices as uuid[])) as said (payment, invoice)
            on conflict (company_id, payment_id) do update set invoice_id = excluded.invoice_id
            """)
        .param("company", companyId)
        .param("payments", payments)
        .param("invoices", found.values().toArray(UUID[]::new))
        .update();
  }
}
