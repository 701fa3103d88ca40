package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.outbox.EffectState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders and other actions with their messages. */
final class ReminderLines {
  private static final String QUERY =
      """
      select a.record, a.decided_at, e.effect_id, e.state as message, e.finished_at
        from action a left join lateral (
               select effect_id, state, finished_at from effect e
                where e.company_id = a.company_id and e.action_id = a.action_id
                order by sequence desc limit 1) e on true
       where a.company_id = :company
         and a.customer_id in (
             select :customer union all
             select customer_id from customer_link where company_id = :company and leader_id = :customer) %s
       order by a.on_date desc, a.action_id desc limit :most
      """;

  private final JdbcClient jdbc;

  ReminderLines(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A customer's, the latest first. */
  List<ReminderLine> ofCustomer(String companyId, UUID customerId, int most) {
    return read(new Conditions(companyId, most).with("customer", customerId));
  }

  /** Those in which an invoice of the customer stands, the latest first; held ones, too. */
  List<ReminderLine> ofInvoice(String companyId, UUID customerId, UUID invoiceId, int most) {
    return read(
        new Conditions(companyId, most)
            .with("customer", customerId)
            .and(
                "a.record -> 'items' @> jsonb_build_array(jsonb_build_object('invoiceId', cast(:invoice as text)))",
                "invoice",
                invoiceId));
  }

  private List<ReminderLine> read(Conditions conditions) {
    return jdbc.sql(QUERY.formatted(conditions.text()))
        .params(conditions.values())
        .query(ReminderLines::line)
        .list();
  }

  private static ReminderLine line(ResultSet row, int number) throws SQLException {
    String message = row.getString("message");
    return new ReminderLine(
        StoredRecord.of(row.getString("record"), Action.class),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        row.getObject("effect_id", UUID.class),
        message == null ? null : EffectState.valueOf(message),
        Columns.instant(row, "finished_at"));
  }
}
