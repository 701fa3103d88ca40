package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger holds of given documents and customers of one connection. */
public final class SourceSums {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public SourceSums(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Documents of one currency; a credit note counts below zero.
   *
   * @param documents how many
   * @param outstanding what their source says is open
   */
  public record Sum(String currency, long documents, BigDecimal total, BigDecimal outstanding) {}

  /** The invoices and credit notes that the connection knows by these ids. */
  public List<Sum> documents(String companyId, String connectionId, Collection<String> ids) {
    return jdbc.sql(
            """
            select currency, count(*) as documents,
                   sum(case kind when 'INVOICE' then total else -total end) as total,
                   sum(case kind when 'INVOICE' then outstanding else -outstanding end) as outstanding
              from invoice
             where company_id = :company and connection_id = :connection and source_id = any(:ids)
             group by currency order by currency
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("ids", ids.toArray(String[]::new))
        .query(
            (row, number) ->
                new Sum(
                    row.getString("currency"),
                    row.getLong("documents"),
                    row.getBigDecimal("total"),
                    row.getBigDecimal("outstanding")))
        .list();
  }

  /** How many of the customers that the connection knows by these ids there are. */
  public long customers(String companyId, String connectionId, Collection<String> ids) {
    return jdbc.sql(
            "select count(*) from customer where company_id = :company"
                + " and connection_id = :connection and source_id = any(:ids)")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("ids", ids.toArray(String[]::new))
        .query(Long.class)
        .single();
  }
}
