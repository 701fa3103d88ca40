package org.dunlin.store.tieout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The runs of the tie-out of connections: one at a time, and what came of those before. */
public final class TieOutRuns {
  private static final String ONE = " where company_id = :company and connection_id = :connection";
  private static final String RUN = ONE + " and run_id = :run";
  private static final int MOST_KEPT = 400;

  private final JdbcClient jdbc;
  private final TieOutLines lines;

  TieOutRuns(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    lines = new TieOutLines(pool);
  }

  /** Begins a run; nothing where one is under way. The oldest of too many goes. */
  public boolean begin(String companyId, String connectionId, LocalDate on, String askedBy) {
    jdbc.sql(
            "delete from program_tie_out"
                + ONE
                + " and run_id in (select run_id from program_tie_out"
                + ONE
                + " order by run_id desc offset :kept)")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("kept", MOST_KEPT)
        .update();
    return jdbc.sql(
                """
                insert into program_tie_out (company_id, connection_id, run_id, business_date, state,
                                             asked_by, begun_at)
                values (:company, :connection, :run, :on, 'READING', :by, now())
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("connection", connectionId)
            .param("run", Ids.next())
            .param("on", on)
            .param("by", askedBy)
            .update()
        == 1;
  }

  /** A reading of the run begins. */
  public void reading(TieOutRun run) {
    change(run, "state = 'READING', reading_at = now(), said_currency = null, said_total = null")
        .update();
  }

  /** The program has said what all rows of the reading are together. */
  public void said(TieOutRun run, Money total) {
    change(run, "said_currency = :currency, said_total = :total")
        .param("currency", total.getCurrencyUnit().getCode())
        .param("total", total.getAmount())
        .update();
  }

  /** What the program has said that all rows of the reading are together. */
  public Optional<Money> said(TieOutRun run) {
    return of(run, "select said_currency, said_total from program_tie_out" + RUN)
        .query(
            (row, number) ->
                row.getString("said_currency") == null
                    ? Optional.<Money>empty()
                    : Optional.of(
                        Money.of(
                            CurrencyUnit.of(row.getString("said_currency")),
                            row.getBigDecimal("said_total"))))
        .single();
  }

  /** A reading has ended and shows these; after a pull there is another one. */
  public void confirm(TieOutRun run, List<TieOutLine> candidates) {
    lines.put(run, candidates);
    change(run, "state = 'CONFIRMING', readings = readings + 1, read_at = now()").update();
  }

  /** The run has ended with a result. */
  public void end(
      TieOutRun run, TieOutState state, List<TieOutLine> found, List<TieOutTotal> totals) {
    lines.put(run, found);
    lines.totals(run, totals);
    change(
            run,
            "state = :state, readings = readings + 1, read_at = now(), ended_at = now(),"
                + " differing = :differing, unexplained = :unexplained")
        .param("state", state.name())
        .param("differing", found.size())
        .param("unexplained", found.stream().filter(TieOutLine::unexplained).count())
        .update();
  }

  /** The run has ended without one; the sentence says why. */
  public void cannotTell(TieOutRun run, String sentence) {
    lines.put(run, List.of());
    change(run, "state = 'CANNOT_TELL', ended_at = now(), reason = :reason")
        .param("reason", sentence)
        .update();
  }

  /** The run that is under way. */
  public Optional<TieOutRun> running(String companyId, String connectionId) {
    return runs(companyId, connectionId, " and ended_at is null", 1).stream().findFirst();
  }

  /** The runs that have ended, the newest first. */
  public List<TieOutRun> ended(String companyId, String connectionId, int most) {
    return runs(companyId, connectionId, " and ended_at is not null", most);
  }

  /** How the last run ended that could tell. */
  public Optional<TieOutState> lastResult(String companyId, String connectionId) {
    return runs(companyId, connectionId, " and state in ('TIES', 'DIFFERS')", 1).stream()
        .map(TieOutRun::state)
        .findFirst();
  }

  /** The connections of a company whose last result says that nothing explains a difference. */
  public List<TieOutRun> unexplained(String companyId) {
    return jdbc.sql(
            """
            select * from (
              select distinct on (connection_id) * from program_tie_out
               where company_id = :company and state in ('TIES', 'DIFFERS')
               order by connection_id, run_id desc) last
             where unexplained > 0 order by connection_id
            """)
        .param("company", companyId)
        .query(TieOutRuns::run)
        .list();
  }

  /** Where the two sides of a run differ, the largest difference first. */
  public List<TieOutLine> lines(TieOutRun run, int most) {
    return lines.of(run, most);
  }

  /** Both sides of a run over all customers, a currency at a time. */
  public List<TieOutTotal> totals(TieOutRun run) {
    return lines.totals(run);
  }

  private List<TieOutRun> runs(String companyId, String connectionId, String which, int most) {
    return jdbc.sql(
            "select * from program_tie_out" + ONE + which + " order by run_id desc limit :most")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("most", most)
        .query(TieOutRuns::run)
        .list();
  }

  private JdbcClient.StatementSpec change(TieOutRun run, String change) {
    return of(run, "update program_tie_out set " + change + RUN);
  }

  private JdbcClient.StatementSpec of(TieOutRun run, String sql) {
    return jdbc.sql(sql)
        .param("company", run.companyId())
        .param("connection", run.connectionId())
        .param("run", run.id(), Types.OTHER);
  }

  private static TieOutRun run(ResultSet row, int number) throws SQLException {
    return new TieOutRun(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getObject("run_id", UUID.class),
        row.getObject("business_date", LocalDate.class),
        TieOutState.valueOf(row.getString("state")),
        row.getString("asked_by"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getInt("readings"),
        instant(row, "reading_at"),
        instant(row, "read_at"),
        instant(row, "ended_at"),
        row.getString("reason"),
        row.getInt("differing"),
        row.getInt("unexplained"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
