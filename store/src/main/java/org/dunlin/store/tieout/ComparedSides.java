package org.dunlin.store.tieout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Holds what a program says that its customers owe against its documents in the ledger. */
public final class ComparedSides {
  /**
   * The documents of the connection, whether their figures count or those of another source do.
   * What the hub has found is told to the program whose figures count alone.
   */
  private static final String SIDES =
      """
      with document as (
        select customer_id, currency, source_id, updated_at, status = 'OPEN' as open,
               case kind when 'INVOICE' then 1 else -1 end as sign, outstanding, claimed
          from invoice
         where company_id = :company and connection_id = :connection
           and (status = 'OPEN' or updated_at >= :since)
           and (kind = 'INVOICE' or :credits)
        union all
        select customer_id, record ->> 'currency', source_id, updated_at, record ->> 'status' = 'OPEN',
               case record ->> 'kind' when 'INVOICE' then 1 else -1 end, outstanding, 0
          from invoice_source
         where company_id = :company and connection_id = :connection
           and (record ->> 'kind' = 'INVOICE' or :credits)),
      hub as (
        select c.source_id as customer_key, d.currency,
               coalesce(sum(sign * (outstanding - claimed)) filter (where open), 0) as open,
               coalesce(sum(sign * claimed) filter (where open), 0) as claimed,
               coalesce(sum(sign * outstanding) filter (where open and m.source_id is not null), 0) as missing,
               bool_or(d.updated_at >= :since) as moved
          from document d
          join customer c on c.company_id = :company and c.customer_id = d.customer_id
          left join missing_at_source m on m.company_id = :company and m.connection_id = :connection
               and m.source_id = d.source_id
         group by c.source_id, d.currency),
      program as (
        select customer_key, currency, sum(amount) as amount, min(name) as name
          from program_figure
         where company_id = :company and connection_id = :connection
         group by customer_key, currency),
      side as (
        select customer_key, currency, coalesce(p.amount, 0) as program, coalesce(h.open, 0) as hub,
               coalesce(h.claimed, 0) as claimed, coalesce(h.missing, 0) as missing, p.name,
               coalesce(h.moved, false) as moved
          from program p full join hub h using (customer_key, currency))
      """;

  private final JdbcClient jdbc;

  ComparedSides(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Both sides at this moment.
   *
   * @param credits whether the program's figure is less what is open of credit notes
   * @param since when the program's reading began
   */
  public Compared.Sides compare(
      String companyId, String connectionId, boolean credits, Instant since) {
    List<Compared> differing = new ArrayList<>();
    List<TieOutTotal> totals = new ArrayList<>();
    jdbc.sql(
            SIDES
                + """
                select s.*, c.customer_id,
                       exists (select from side o
                                where o.customer_key = s.customer_key and o.currency <> s.currency
                                  and (s.program = 0 and o.program <> 0 and o.hub = 0
                                       or s.hub = 0 and o.hub <> 0 and o.program = 0)) as other_currency,
                       false as total
                  from side s
                  left join customer c on c.company_id = :company and c.connection_id = :connection
                       and c.source_id = s.customer_key
                 where s.program <> s.hub
                union all
                select '', currency, sum(program), sum(hub), 0, 0, null, false, null, false, true
                  from side group by currency
                 order by total, currency, customer_key
                """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("credits", credits)
        .param("since", Ids.at(since))
        .query(
            row -> {
              if (row.getBoolean("total")) {
                totals.add(new TieOutTotal(money(row, "program"), money(row, "hub")));
              } else {
                differing.add(compared(row));
              }
            });
    return new Compared.Sides(differing, totals);
  }

  private static Compared compared(ResultSet row) throws SQLException {
    return new Compared(
        row.getString("customer_key"),
        row.getObject("customer_id", UUID.class),
        row.getString("name"),
        money(row, "program"),
        money(row, "hub"),
        row.getBigDecimal("claimed"),
        row.getBigDecimal("missing"),
        row.getBoolean("other_currency"),
        row.getBoolean("moved"));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal(column));
  }
}
