package org.dunlin.store.ledger;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The figures that triggers keep in the transaction of each fact, beside what the ledger itself
 * says: what is open by instalment, customer, due date and day of issue, the sums that must tie
 * out, what was sold by month, and what moved at payment providers by day.
 */
public final class KeptFigures {
  private static final String INSTALMENTS_KEPT =
      "select * from open_instalment where company_id = :company";

  private static final String INSTALMENTS_COUNTED =
      "select * from instalment_now where company_id = :company";

  private static final String BY_CUSTOMER_KEPT =
      "select customer_id, currency, due_date, open, invoices, credit from customer_due"
          + " where company_id = :company";

  private static final String BY_CUSTOMER_COUNTED =
      """
      select customer_id, currency, due_date, coalesce(sum(open) filter (where kind = 'INVOICE'), 0),
             count(*) filter (where kind = 'INVOICE' and earliest),
             coalesce(sum(open) filter (where kind = 'CREDIT_NOTE'), 0)
        from instalment_now where company_id = :company group by customer_id, currency, due_date
      """;

  private static final String OF_CUSTOMERS_KEPT =
      "select customer_id, currency, open, invoices, credit from customer_figure"
          + " where company_id = :company";

  private static final String OF_CUSTOMERS_COUNTED =
      """
      select customer_id, currency, coalesce(sum(open) filter (where kind = 'INVOICE'), 0),
             count(*) filter (where kind = 'INVOICE' and earliest),
             coalesce(sum(open) filter (where kind = 'CREDIT_NOTE'), 0)
        from instalment_now where company_id = :company group by customer_id, currency
      """;

  private static final String BY_DUE_KEPT =
      """
      select currency, due_date, sum(open), sum(invoices), sum(credit)
        from (select currency, due_date, open, invoices, customers, credit from company_due
               where company_id = :company
              union all
              select currency, due_date, open, invoices, customers, credit from company_due_change
               where company_id = :company) both_tables
       group by currency, due_date having sum(open) <> 0 or sum(invoices) <> 0 or sum(credit) <> 0
      """;

  private static final String BY_DUE_COUNTED =
      """
      select currency, due_date, coalesce(sum(open) filter (where kind = 'INVOICE'), 0),
             count(*) filter (where kind = 'INVOICE' and earliest),
             coalesce(sum(open) filter (where kind = 'CREDIT_NOTE'), 0)
        from instalment_now where company_id = :company group by currency, due_date
      """;

  private static final String CUSTOMERS_KEPT =
      """
      select currency, sum(customers)
        from (select currency, customers from company_due where company_id = :company
              union all
              select currency, customers from company_due_change where company_id = :company) both_tables
       group by currency having sum(customers) <> 0
      """;

  private static final String CUSTOMERS_COUNTED =
      """
      select currency, count(distinct customer_id) from instalment_now
       where company_id = :company and kind = 'INVOICE' group by currency
      """;

  private static final String TIE_OUT_KEPT =
      "select currency, sum, amount from tie_out_kept where company_id = :company and amount <> 0";

  private static final String TIE_OUT_COUNTED =
      "select currency, sum, amount from tie_out_now where company_id = :company and amount <> 0";

  private static final String SALES_KEPT = "select * from sales_kept where company_id = :company";

  private static final String SALES_COUNTED = "select * from sales_now where company_id = :company";

  private static final String ISSUED_KEPT = "select * from issued_kept where company_id = :company";

  private static final String ISSUED_COUNTED =
      "select * from issued_now where company_id = :company";

  private static final String PROVIDER_DAYS_KEPT =
      "select * from provider_day_kept where company_id = :company";

  private static final String PROVIDER_DAYS_COUNTED =
      "select * from provider_day_now where company_id = :company";

  private static final String DIFFERENCE =
      """
      with kept as (%s), counted as (%s)
      select 'kept ' || cast(k as text) from (table kept except all table counted) k
      union all
      select 'counted ' || cast(c as text) from (table counted except all table kept) c
      """;

  private final JdbcClient jdbc;

  /** The figures of this database. */
  public KeptFigures(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Counts the whole ledger of a company and says where what was kept is other: each row that only
   * one side has. It takes as long as the ledger is large.
   */
  public List<String> differences(String companyId) {
    List<String> all = new ArrayList<>();
    compare(companyId, "instalment", INSTALMENTS_KEPT, INSTALMENTS_COUNTED, all);
    compare(companyId, "customer and due date", BY_CUSTOMER_KEPT, BY_CUSTOMER_COUNTED, all);
    compare(companyId, "customer", OF_CUSTOMERS_KEPT, OF_CUSTOMERS_COUNTED, all);
    compare(companyId, "due date", BY_DUE_KEPT, BY_DUE_COUNTED, all);
    compare(companyId, "number of customers", CUSTOMERS_KEPT, CUSTOMERS_COUNTED, all);
    compare(companyId, "tie-out", TIE_OUT_KEPT, TIE_OUT_COUNTED, all);
    compare(companyId, "sales", SALES_KEPT, SALES_COUNTED, all);
    compare(companyId, "day of issue", ISSUED_KEPT, ISSUED_COUNTED, all);
    compare(companyId, "day at a provider", PROVIDER_DAYS_KEPT, PROVIDER_DAYS_COUNTED, all);
    return all;
  }

  /** Counts all figures of a company anew, for rows that were written with the triggers off. */
  public void recount(String companyId) {
    jdbc.sql(
            "select recount_figures(:company), recount_tie_out(:company), recount_sales(:company),"
                + " recount_issued(:company), recount_provider_days(:company)")
        .param("company", companyId)
        .query()
        .singleRow();
  }

  private void compare(
      String companyId, String figure, String kept, String counted, List<String> differences) {
    jdbc.sql(DIFFERENCE.formatted(kept, counted))
        .param("company", companyId)
        .query(String.class)
        .list()
        .forEach(row -> differences.add(figure + ": " + row));
  }
}
