package org.dunlin.store.dunning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.HoldReason;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The held actions of a company while a run puts others in their place, some at a time. */
public final class HeldActions {
  /** So many are written in one statement; a first day may hold very many. */
  private static final int AT_ONCE = 500;

  private final JdbcClient jdbc;
  private final String companyId;
  private final Map<HoldReason, HeldFigures.Figure> figures = new EnumMap<>(HoldReason.class);

  private HeldActions(JdbcClient jdbc, String companyId) {
    this.jdbc = jdbc;
    this.companyId = companyId;
  }

  static HeldActions replacing(JdbcClient jdbc, String companyId) {
    jdbc.sql("delete from action where company_id = :company and state = 'HELD'")
        .param("company", companyId)
        .update();
    return new HeldActions(jdbc, companyId);
  }

  /** Held actions as they are written; made of them without the database, on any thread. */
  public static final class Rows {
    private final List<Action> held;
    private final List<String> records;
    private final Map<HoldReason, HeldFigures.Figure> figures;

    private Rows(List<Action> held) {
      this.held = List.copyOf(held);
      this.records = held.stream().map(CanonicalWriter::line).toList();
      this.figures = HeldFigures.of(held);
    }

    /** The rows of these. */
    public static Rows of(List<Action> held) {
      return new Rows(held);
    }
  }

  /** Adds some. */
  public void add(List<Action> held) {
    add(Rows.of(held));
  }

  /** Adds some. */
  public void add(Rows rows) {
    int all = rows.held.size();
    for (int from = 0; from < all; from += AT_ONCE) {
      int to = Math.min(all, from + AT_ONCE);
      insert(rows.held.subList(from, to), rows.records.subList(from, to));
    }
    rows.figures.forEach(
        (reason, figure) -> figures.merge(reason, figure, HeldFigures.Figure::plus));
  }

  /** Keeps how many each reason holds, once all were added. */
  public void count() {
    jdbc.sql("delete from held_figure where company_id = :company")
        .param("company", companyId)
        .update();
    figures.forEach(
        (reason, figure) ->
            jdbc.sql("insert into held_figure values (:company, :reason, :held, :alone)")
                .param("company", companyId)
                .param("reason", reason.name())
                .param("held", figure.held())
                .param("alone", figure.alone())
                .update());
  }

  private void insert(List<Action> held, List<String> records) {
    jdbc.sql(
            """
            insert into action (company_id, action_id, customer_id, on_date, state, decided_at, mode, record)
            select company_id, said.id, said.customer, said.on_date, 'HELD', now(), mode, said.record
              from company,
                   unnest(cast(:ids as text[]), cast(:customers as uuid[]), cast(:days as date[]),
                          cast(:records as jsonb[])) as said (id, customer, on_date, record)
             where company_id = :company
            on conflict (company_id, action_id) do update
               set state = excluded.state, record = excluded.record,
                   decided_at = excluded.decided_at, mode = excluded.mode
             where action.state in ('HELD', 'CANCELLED', 'FAILED')
            """)
        .param("company", companyId)
        .param("ids", texts(held, Action::id))
        .param("customers", texts(held, Action::customerId))
        .param("days", texts(held, action -> action.on().toString()))
        .param("records", records.toArray(String[]::new))
        .update();
  }

  private static String[] texts(List<Action> actions, Function<Action, String> part) {
    return actions.stream().map(part).toArray(String[]::new);
  }
}
