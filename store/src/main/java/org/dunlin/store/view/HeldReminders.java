package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders that would be due and are held. */
public final class HeldReminders {
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
      String customer,
      List<String> invoices,
      List<Money> amounts,
      LocalDate on,
      String step,
      List<HoldReason> reasons) {}

  /** The held reminders, by customer. */
  public List<Line> of(String companyId, int most) {
    return jdbc.sql(
            """
            select a.record, c.name as customer,
                   (select array_agg(distinct i.number order by i.number)
                      from jsonb_array_elements(a.record -> 'items') t
                      join invoice i on i.company_id = a.company_id
                       and i.invoice_id = cast(t ->> 'invoiceId' as uuid)) as invoices
              from action a join customer c using (company_id, customer_id)
             where a.company_id = :company and a.state = 'HELD'
             order by c.name, a.action_id limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query((row, number) -> line(row))
        .list();
  }

  /** How many reminders each reason holds; one that several reasons hold counts for each. */
  public Map<HoldReason, Integer> byReason(String companyId) {
    Map<HoldReason, Integer> counts = new EnumMap<>(HoldReason.class);
    jdbc.sql(
            """
            select h ->> 'reason' as reason, count(distinct a.action_id) as held
              from action a cross join lateral jsonb_array_elements(a.record -> 'holds') h
             where a.company_id = :company and a.state = 'HELD' group by 1
            """)
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
            """
            select count(*) from action a
             where a.company_id = :company and a.state = 'HELD'
               and not exists (select 1 from jsonb_array_elements(a.record -> 'holds') h
                                where h ->> 'reason' <> 'SHADOW')
            """)
        .param("company", companyId)
        .query(Integer.class)
        .single();
  }

  private static Line line(ResultSet row) throws SQLException {
    Action action = StoredRecord.of(row.getString("record"), Action.class);
    return new Line(
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
