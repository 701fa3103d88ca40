package org.dunlin.store.tieout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The result of a run: sums, and customers that differ. Of earlier runs only the sums stay. */
final class TieOutLines {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  TieOutLines(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Keeps these lines in the place of all that the connection had. */
  void put(TieOutRun run, List<TieOutLine> lines) {
    jdbc.sql(
            "delete from program_tie_out_line"
                + " where company_id = :company and connection_id = :connection"
                + " and run_id not in (select run_id from program_tie_out"
                + "   where company_id = :company and connection_id = :connection"
                + "     and run_id <> :run and state in ('TIES', 'DIFFERS')"
                + "   order by run_id desc limit 1)")
        .param("company", run.companyId())
        .param("connection", run.connectionId())
        .param("run", run.id())
        .update();
    jdbc.sql(
            """
            insert into program_tie_out_line (company_id, connection_id, run_id, customer_key, currency,
                                              customer_id, name, program, hub, parts)
            select :company, :connection, :run, l.* from unnest(
              cast(:keys as text[]), cast(:currencies as text[]), cast(:customers as uuid[]),
              cast(:names as text[]), cast(:programs as numeric[]), cast(:hubs as numeric[]),
              cast(:parts as jsonb[])) l
            """)
        .param("company", run.companyId())
        .param("connection", run.connectionId())
        .param("run", run.id())
        .param("keys", lines.stream().map(TieOutLine::customerKey).toArray(String[]::new))
        .param("currencies", lines.stream().map(TieOutLines::currency).toArray(String[]::new))
        .param("customers", lines.stream().map(TieOutLine::customerId).toArray(UUID[]::new))
        .param("names", lines.stream().map(TieOutLine::name).toArray(String[]::new))
        .param("programs", amounts(lines.stream().map(TieOutLine::program).toList()))
        .param("hubs", amounts(lines.stream().map(TieOutLine::hub).toList()))
        .param("parts", lines.stream().map(line -> json(line.parts())).toArray(String[]::new))
        .update();
  }

  void totals(TieOutRun run, List<TieOutTotal> totals) {
    for (TieOutTotal total : totals) {
      jdbc.sql(
              "insert into program_tie_out_total"
                  + " values (:company, :connection, :run, :currency, :program, :hub)")
          .param("company", run.companyId())
          .param("connection", run.connectionId())
          .param("run", run.id())
          .param("currency", total.program().getCurrencyUnit().getCode())
          .param("program", total.program().getAmount())
          .param("hub", total.hub().getAmount())
          .update();
    }
  }

  List<TieOutTotal> totals(TieOutRun run) {
    return jdbc.sql(
            "select currency, program, hub from program_tie_out_total where company_id = :company"
                + " and connection_id = :connection and run_id = :run order by currency")
        .param("company", run.companyId())
        .param("connection", run.connectionId())
        .param("run", run.id())
        .query((row, number) -> new TieOutTotal(money(row, "program"), money(row, "hub")))
        .list();
  }

  List<TieOutLine> of(TieOutRun run, int most) {
    return jdbc.sql(
            """
            select l.customer_key, l.currency, l.customer_id, coalesce(c.name, l.name) as name,
                   l.program, l.hub, l.parts
              from program_tie_out_line l
              left join customer c on c.company_id = l.company_id and c.customer_id = l.customer_id
             where l.company_id = :company and l.connection_id = :connection and l.run_id = :run
             order by abs(l.program - l.hub) desc, l.customer_key, l.currency limit :most
            """)
        .param("company", run.companyId())
        .param("connection", run.connectionId())
        .param("run", run.id())
        .param("most", most)
        .query(TieOutLines::line)
        .list();
  }

  private static TieOutLine line(ResultSet row, int number) throws SQLException {
    return new TieOutLine(
        row.getString("customer_key"),
        row.getObject("customer_id", UUID.class),
        row.getString("name"),
        money(row, "program"),
        money(row, "hub"),
        parts(row.getString("parts")));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    return Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal(column));
  }

  private static String currency(TieOutLine line) {
    return line.program().getCurrencyUnit().getCode();
  }

  private static BigDecimal[] amounts(List<Money> amounts) {
    return amounts.stream().map(Money::getAmount).toArray(BigDecimal[]::new);
  }

  private static String json(List<DifferencePart> parts) {
    try {
      return JSON.writeValueAsString(parts);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("parts are amounts and words", e);
    }
  }

  private static List<DifferencePart> parts(String json) {
    try {
      return JSON.readValue(json, new TypeReference<List<DifferencePart>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("parts are kept as JSON", e);
    }
  }
}
