package org.dunlin.store.ledger;

import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invoices that credit notes name before they are there. Numbers are compared by their letters and
 * digits, as matching does.
 */
public final class AwaitedInvoices {
  private static final String SAME_NUMBER =
      "upper(regexp_replace(i.number, '[^[:alnum:]]', '', 'g'))"
          + " = upper(regexp_replace(%s, '[^[:alnum:]]', '', 'g'))";

  private final JdbcClient jdbc;

  /** The awaited invoices of this database. */
  public AwaitedInvoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether the customer has an invoice of this number. */
  public boolean known(String companyId, UUID customerId, String number) {
    return jdbc.sql(
            "select exists (select 1 from invoice i where company_id = :company and kind = 'INVOICE'"
                + " and customer_id = :customer and "
                + SAME_NUMBER.formatted(":number")
                + ")")
        .param("company", companyId)
        .param("customer", customerId)
        .param("number", number)
        .query(Boolean.class)
        .single();
  }

  /** Lets a problem end by itself once the customer has an invoice of this number. */
  public void await(String companyId, UUID problemId, UUID customerId, String number) {
    jdbc.sql(
            """
            update problem set awaited_customer_id = :customer, awaited_number = :number
             where company_id = :company and problem_id = :id
            """)
        .param("customer", customerId)
        .param("number", number)
        .param("company", companyId)
        .param("id", problemId)
        .update();
  }

  /** Ends the problems whose invoice has come. */
  public void endArrived(String companyId) {
    jdbc.sql(
            "delete from problem p using invoice i where p.company_id = :company"
                + " and p.awaited_number is not null and i.company_id = p.company_id"
                + " and i.customer_id = p.awaited_customer_id and i.kind = 'INVOICE' and "
                + SAME_NUMBER.formatted("p.awaited_number"))
        .param("company", companyId)
        .update();
  }
}
