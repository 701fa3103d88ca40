package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.view.StageOfCustomer.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far dunning of customers has come. */
public final class Stages {
  private static final String QUERY =
      """
      with asked as (
        select id, leader_of(:company, id) as leader from unnest(cast(:ids as uuid[])) id),
      owing as (
        select a.id, bool_or(i.due_date < :today) as overdue
          from asked a join invoice i on i.company_id = :company and i.customer_id = a.leader
         where i.kind = 'INVOICE' and i.status = 'OPEN' and i.claimed < i.outstanding
         group by a.id),
      member as (
        select a.id, a.leader as customer_id from asked a
        union
        select a.id, l.customer_id from asked a
          join customer_link l on l.company_id = :company and l.leader_id = a.leader),
      stood as (
        select m.id, s.kind, min(s.on_date) filter (where s.kind = 'PROMISE') as promised, max(s.on_date) as last
          from member m join standstill s on s.company_id = :company and s.customer_id = m.customer_id
         where s.state in ('OPEN', 'AGREED')
           and (s.kind <> 'HOLD' or not exists (
                 select from standstill_invoice x
                  where x.company_id = s.company_id and x.standstill_id = s.standstill_id))
         group by m.id, s.kind)
      select a.id, o.overdue,
             (select coalesce(t.promised, t.last) from stood t where t.id = a.id and t.kind = 'PROMISE') as promised,
             (select t.last from stood t where t.id = a.id and t.kind = 'DISPUTE') as disputed,
             (select t.last from stood t where t.id = a.id and t.kind = 'ARRANGEMENT') as arranged,
             (select t.last from stood t where t.id = a.id and t.kind = 'HOLD') as stopped,
             past.record, past.handed
        from asked a
        left join owing o on o.id = a.id
        left join lateral (
          select c.record, c.record ->> 'channel' = 'HANDOVER' as handed
            from action c
           where c.company_id = :company
             and c.customer_id in (select customer_id from member m where m.id = a.id)
             and c.state in ('SENDING', 'SENT', 'DONE', 'UNKNOWN')
             and not exists (select from hand_over h
                              where h.company_id = :company and h.action_id = c.action_id and h.ended is not null)
             and exists (select from jsonb_array_elements(c.record -> 'items') t
                           join invoice i on i.company_id = :company
                            and i.invoice_id = cast(t ->> 'invoiceId' as uuid)
                          where i.status = 'OPEN' and i.claimed < i.outstanding)
           order by c.record ->> 'channel' = 'HANDOVER' desc, c.on_date desc, c.action_id limit 1) past on true
      """;

  private final JdbcClient jdbc;

  Stages(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  private record Row(UUID id, StageOfCustomer stage) {}

  /** The stages of these customers on a day. */
  public Map<UUID, StageOfCustomer> of(
      String companyId, Collection<UUID> customers, LocalDate today) {
    Map<UUID, StageOfCustomer> stages = new HashMap<>();
    jdbc.sql(QUERY)
        .param("company", companyId)
        .param("ids", customers.toArray(UUID[]::new))
        .param("today", today)
        .query((row, number) -> new Row(row.getObject("id", UUID.class), stage(row)))
        .list()
        .forEach(row -> stages.put(row.id(), row.stage()));
    return stages;
  }

  private static StageOfCustomer stage(ResultSet row) throws SQLException {
    boolean overdue = row.getBoolean("overdue");
    if (row.wasNull()) {
      return bare(Stage.NOTHING_OWED, null);
    }
    if (row.getBoolean("handed")) {
      return bare(Stage.HANDED_OVER, action(row).on());
    }
    LocalDate stopped = row.getObject("stopped", LocalDate.class);
    if (stopped != null) {
      return bare(Stage.STOPPED, stopped);
    }
    LocalDate arranged = row.getObject("arranged", LocalDate.class);
    if (arranged != null) {
      return bare(Stage.ARRANGED, arranged);
    }
    LocalDate disputed = row.getObject("disputed", LocalDate.class);
    if (disputed != null) {
      return bare(Stage.DISPUTED, disputed);
    }
    LocalDate promised = row.getObject("promised", LocalDate.class);
    if (promised != null) {
      return bare(Stage.PROMISED, promised);
    }
    if (row.getString("record") != null) {
      Action last = action(row);
      return new StageOfCustomer(Stage.REMINDED, last.plan(), last.step(), last.on());
    }
    return bare(overdue ? Stage.DUE : Stage.NOT_DUE, null);
  }

  private static Action action(ResultSet row) throws SQLException {
    return StoredRecord.of(row.getString("record"), Action.class);
  }

  private static StageOfCustomer bare(Stage stage, @Nullable LocalDate on) {
    return new StageOfCustomer(stage, null, null, on);
  }
}
