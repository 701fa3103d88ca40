package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders that would be due and are held. */
public final class HeldReminders {
  private static final String QUERY =
      """
      select a.record, c.name as customer,
             (select array_agg(distinct i.number order by i.number)
                from jsonb_array_elements(a.record -> 'items') t
                join invoice i on i.company_id = a.company_id
                 and i.invoice_id = cast(t ->> 'invoiceId' as uuid)) as invoices
        from (select * from action a where company_id = :company and state = 'HELD' %s
               order by on_date desc, action_id limit :most) a
        join customer c using (company_id, customer_id)
       order by a.on_date desc, a.action_id
      """;

  private final JdbcClient jdbc;

  HeldReminders(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A held reminder.
   *
   * @param invoices their numbers
   * @param amounts what it would ask for, a currency at a time
   * @param reasons why it is held, each once
   */
  public record Line(
      String actionId,
      UUID customerId,
      String customer,
      List<String> invoices,
      List<Money> amounts,
      LocalDate on,
      String step,
      List<HoldReason> reasons) {}

  /** A page of held reminders: for one reason, or all. */
  public Page<Line> page(
      String companyId, @Nullable HoldReason reason, @Nullable Cursor after, int most) {
    Conditions conditions = new Conditions(companyId, most + 1);
    if (reason != null) {
      conditions.and(
          "a.record -> 'holds' @> jsonb_build_array(jsonb_build_object('reason', cast(:reason as text)))",
          "reason",
          reason.name());
    }
    if (after != null) {
      conditions
          .with("on", after.date(0))
          .and(
              "(a.on_date < :on or a.on_date = :on and a.action_id > :after)",
              "after",
              after.string(1));
    }
    return Page.of(
        jdbc.sql(QUERY.formatted(conditions.text()))
            .params(conditions.values())
            .query((row, number) -> line(row))
            .list(),
        most,
        line -> Cursor.at(line.on(), line.actionId()));
  }

  /** How many reminders each reason holds; one that several reasons hold counts for each. */
  public Map<HoldReason, Integer> byReason(String companyId) {
    Map<HoldReason, Integer> counts = new EnumMap<>(HoldReason.class);
    jdbc.sql("select reason, held from held_figure where company_id = :company")
        .param("company", companyId)
        .query(
            row -> {
              counts.put(HoldReason.valueOf(row.getString("reason")), row.getInt("held"));
            });
    return counts;
  }

  /** How many reminders nothing but shadow mode holds: what would go out if it ended now. */
  public int byShadowOnly(String companyId) {
    return jdbc.sql(
            "select coalesce(sum(alone), 0) from held_figure"
                + " where company_id = :company and reason = 'SHADOW'")
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  private static Line line(ResultSet row) throws SQLException {
    Action action = StoredRecord.of(row.getString("record"), Action.class);
    return new Line(
        action.id(),
        UUID.fromString(action.customerId()),
        row.getString("customer"),
        Columns.texts(row, "invoices"),
        byCurrency(action.items()),
        action.on(),
        action.step(),
        List.copyOf(new TreeSet<>(action.holds().stream().map(Hold::reason).toList())));
  }

  private static List<Money> byCurrency(List<ActionItem> items) {
    Map<CurrencyUnit, Money> sums = new TreeMap<>();
    items.forEach(item -> sums.merge(item.amount().getCurrencyUnit(), item.amount(), Money::plus));
    return List.copyOf(sums.values());
  }
}
