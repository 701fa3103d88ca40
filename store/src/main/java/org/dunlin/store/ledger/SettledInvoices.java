package org.dunlin.store.ledger;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.dunlin.core.matching.History.NumberGiven;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Documents of which nothing is open, found by what a payment may name and never read as a whole.
 */
public final class SettledInvoices {
  /** More of one page of payments would be numbers that say nothing. */
  public static final int MOST = 20_000;

  private final JdbcClient jdbc;

  /** The settled documents of this database. */
  public SettledInvoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Those whose number or payment reference has these digits, zeros left out; of {@link #MOST}
   * there may be more.
   *
   * @param digits as {@link org.dunlin.core.matching.SettledNumbers} gives them
   * @param since the day of issue of the oldest that count
   */
  public List<Invoice> named(String companyId, Collection<String> digits, LocalDate since) {
    if (digits.isEmpty()) {
      return List.of();
    }
    // Key after key through the index: asked for all at once the planner reads the whole table.
    return jdbc.sql(
            """
            select record from invoice
             where company_id = :company and invoice_id in (
               select i.invoice_id from unnest(:digits) said (digits) cross join lateral (
                 select invoice_id from invoice
                  where company_id = :company and digits_of(number) = said.digits
                    and not (status = 'OPEN' and claimed < outstanding) and issue_date >= :since
                  limit :alike) i
               union
               select i.invoice_id from unnest(:digits) said (digits) cross join lateral (
                 select invoice_id from invoice
                  where company_id = :company and digits_of(record ->> 'paymentReference') = said.digits
                    and record ->> 'paymentReference' is not null
                    and not (status = 'OPEN' and claimed < outstanding) and issue_date >= :since
                  limit :alike) i
                limit :most)
            """)
        .param("company", companyId)
        .param("digits", digits.toArray(String[]::new))
        .param("since", since)
        .param("most", MOST)
        .param("alike", MOST)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Invoice.class))
        .list();
  }

  /** The numbers of the documents that came last, open or not. */
  public List<NumberGiven> latest(String companyId, int most) {
    return jdbc.sql(
            "select number, issue_date from invoice where company_id = :company"
                + " order by invoice_id desc limit :most")
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) ->
                new NumberGiven(
                    row.getString("number"), row.getObject("issue_date", LocalDate.class)))
        .list();
  }
}
