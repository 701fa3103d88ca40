package org.dunlin.store.tieout;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of a reading, as the program gives them page by page. */
public final class ProgramFigures {
  private static final String ONE = " where company_id = :company and connection_id = :connection";

  private final JdbcClient jdbc;

  ProgramFigures(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A row: one that comes twice, as its page shifted, counts once, as it came last. */
  public record Row(String key, String customer, @Nullable String name, Money amount) {}

  /** A new reading begins. */
  public void clear(String companyId, String connectionId) {
    jdbc.sql("delete from program_figure" + ONE)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  /** Keeps the rows of a page. */
  public void add(String companyId, String connectionId, List<Row> page) {
    Map<String, Row> once = new LinkedHashMap<>();
    page.forEach(row -> once.put(row.key(), row));
    List<Row> rows = List.copyOf(once.values());
    jdbc.sql(
            """
            insert into program_figure as f
              (company_id, connection_id, row_key, customer_key, name, currency, amount)
            select :company, :connection, g.key, g.customer,
                   case when exists (select from customer c
                                      where c.company_id = :company and c.connection_id = :connection
                                        and c.source_id = g.customer) then null else g.name end,
                   g.currency, g.amount
              from unnest(cast(:keys as text[]), cast(:customers as text[]), cast(:names as text[]),
                          cast(:currencies as text[]), cast(:amounts as numeric[]))
                   as g (key, customer, name, currency, amount)
            on conflict (company_id, connection_id, row_key) do update
               set customer_key = excluded.customer_key, name = excluded.name,
                   currency = excluded.currency, amount = excluded.amount
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("keys", rows.stream().map(Row::key).toArray(String[]::new))
        .param("customers", rows.stream().map(Row::customer).toArray(String[]::new))
        .param("names", rows.stream().map(Row::name).toArray(String[]::new))
        .param(
            "currencies",
            rows.stream()
                .map(row -> row.amount().getCurrencyUnit().getCode())
                .toArray(String[]::new))
        .param(
            "amounts",
            rows.stream().map(row -> row.amount().getAmount()).toArray(BigDecimal[]::new))
        .update();
  }

  /** What the rows of a currency are together. */
  public BigDecimal sum(String companyId, String connectionId, String currency) {
    return jdbc.sql(
            "select coalesce(sum(amount), 0) from program_figure"
                + ONE
                + " and currency = :currency")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("currency", currency)
        .query(BigDecimal.class)
        .single();
  }
}
