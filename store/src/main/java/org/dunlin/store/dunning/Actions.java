package org.dunlin.store.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.store.StoredRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Actions, and the steps that they take of their instalments. */
public final class Actions {
  private final JdbcClient jdbc;

  /** The actions of this database. */
  public Actions(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Adds a decided action with its steps; false, and nothing changed, when it or one of its steps
   * has been decided before.
   */
  public boolean add(String companyId, Action action) {
    if (!insert(companyId, action)) {
      return false;
    }
    int added = 0;
    for (ActionItem item : action.items()) {
      added +=
          jdbc.sql(
                  """
                  insert into action_item (company_id, invoice_id, due_date, step, action_id)
                  values (:company, :invoice, :due, :step, :action) on conflict do nothing
                  """)
              .param("company", companyId)
              .param("invoice", UUID.fromString(item.invoiceId()))
              .param("due", item.dueDate())
              .param("step", item.step())
              .param("action", action.id())
              .update();
    }
    if (added == action.items().size()) {
      return true;
    }
    remove(companyId, action.id());
    return false;
  }

  /**
   * Adds decided actions with their steps, no step twice among them, in few statements; the ids of
   * those that were added, as {@link #add} would have added them.
   */
  public Set<String> add(String companyId, List<Action> actions) {
    Set<String> added =
        new HashSet<>(
            jdbc.sql(
                    """
                    insert into action (company_id, action_id, customer_id, on_date, state, decided_at, mode, record)
                    select company_id, said.id, said.customer, said.on_date, said.state, now(), mode, said.record
                      from company,
                           unnest(cast(:ids as text[]), cast(:customers as uuid[]), cast(:days as date[]),
                                  cast(:states as text[]), cast(:records as jsonb[]))
                                as said (id, customer, on_date, state, record)
                     where company_id = :company
                    on conflict (company_id, action_id) do update
                       set state = excluded.state, record = excluded.record,
                           decided_at = excluded.decided_at, mode = excluded.mode, approve = false
                     where action.state in ('HELD', 'CANCELLED', 'FAILED')
                    returning action_id
                    """)
                .param("company", companyId)
                .param("ids", texts(actions, Action::id))
                .param("customers", texts(actions, Action::customerId))
                .param("days", texts(actions, action -> action.on().toString()))
                .param("states", texts(actions, action -> action.state().name()))
                .param("records", texts(actions, CanonicalWriter::line))
                .query(String.class)
                .list());
    Map<String, Integer> taken = takeSteps(companyId, actions, added);
    for (Action action : actions) {
      if (added.contains(action.id())
          && taken.getOrDefault(action.id(), 0) < action.items().size()) {
        remove(companyId, action.id());
        added.remove(action.id());
      }
    }
    return added;
  }

  private Map<String, Integer> takeSteps(
      String companyId, List<Action> actions, Set<String> added) {
    record Taking(String actionId, ActionItem item) {}
    List<Taking> all = new ArrayList<>();
    for (Action action : actions) {
      if (added.contains(action.id())) {
        action.items().forEach(item -> all.add(new Taking(action.id(), item)));
      }
    }
    Map<String, Integer> taken = new HashMap<>();
    jdbc.sql(
            """
            insert into action_item (company_id, invoice_id, due_date, step, action_id)
            select :company, said.* from
                   unnest(cast(:invoices as uuid[]), cast(:due as date[]), cast(:steps as text[]),
                          cast(:actions as text[])) as said (invoice_id, due_date, step, action_id)
            on conflict do nothing
            returning action_id
            """)
        .param("company", companyId)
        .param("invoices", all.stream().map(each -> each.item.invoiceId()).toArray(String[]::new))
        .param(
            "due", all.stream().map(each -> each.item.dueDate().toString()).toArray(String[]::new))
        .param("steps", all.stream().map(each -> each.item.step()).toArray(String[]::new))
        .param("actions", all.stream().map(Taking::actionId).toArray(String[]::new))
        .query(
            row -> {
              taken.merge(row.getString("action_id"), 1, Integer::sum);
            });
    return taken;
  }

  private static String[] texts(List<Action> actions, Function<Action, String> part) {
    return actions.stream().map(part).toArray(String[]::new);
  }

  /** Replaces the held actions, which are decided anew at each run and take no step. */
  public void putHeld(String companyId, List<Action> held) {
    HeldActions all = replaceHeld(companyId);
    all.add(held);
    all.count();
  }

  /** Removes the held actions for others, which come by and by. */
  public HeldActions replaceHeld(String companyId) {
    return HeldActions.replacing(jdbc, companyId);
  }

  /** The first day on which a plan decided what was neither held nor cancelled; empty before it. */
  public Optional<LocalDate> began(String companyId, String planId) {
    return jdbc.sql(
            """
            select on_date from action
             where company_id = :company and state not in ('HELD', 'CANCELLED') and record ->> 'plan' = :plan
             order by on_date limit 1
            """)
        .param("company", companyId)
        .param("plan", planId)
        .query(LocalDate.class)
        .optional();
  }

  /** What became of an action; a cancelled or failed one gives its steps back. */
  public void setState(String companyId, String actionId, ActionState state) {
    Action action = find(companyId, actionId).orElseThrow();
    jdbc.sql(
            """
            update action set state = :state, record = cast(:record as jsonb)
             where company_id = :company and action_id = :id
            """)
        .param("state", state.name())
        .param("record", CanonicalWriter.line(action.in(state)))
        .param("company", companyId)
        .param("id", actionId)
        .update();
    if (state == ActionState.CANCELLED || state == ActionState.FAILED) {
      removeItems(companyId, actionId);
    }
  }

  /** The same where it is in a state; false, and nothing changed, where it is in another by now. */
  public boolean move(String companyId, String actionId, ActionState from, ActionState to) {
    boolean there =
        jdbc.sql(
                """
                select 1 from action
                 where company_id = :company and action_id = :id and state = :from for update
                """)
            .param("company", companyId)
            .param("id", actionId)
            .param("from", from.name())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (there) {
      setState(companyId, actionId, to);
    }
    return there;
  }

  /** The calls that wait for a person, oldest first. */
  public List<Action> waitingCalls(String companyId) {
    return jdbc.sql(
            """
            select record from action
             where company_id = :company and state in ('DUE', 'AWAITING_APPROVAL')
               and record ->> 'channel' = 'CALL'
             order by on_date, action_id
            """)
        .param("company", companyId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  /** The decided actions that were only tested: sent to the test mailbox, or about to be. */
  public List<Action> tested(String companyId) {
    return jdbc.sql(
            """
            select record from action
             where company_id = :company and mode = 'TEST' and state not in ('HELD', 'CANCELLED', 'FAILED')
            """)
        .param("company", companyId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  /** One action. */
  public Optional<Action> find(String companyId, String actionId) {
    return jdbc.sql("select record from action where company_id = :company and action_id = :id")
        .param("company", companyId)
        .param("id", actionId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .optional();
  }

  /**
   * The decided actions, in every state but HELD, of these customers, whether they owe something or
   * not, and of whoever had these invoices, oldest first: what the next decision over them counts
   * from. Those of a customer whom another leads are the leader's.
   *
   * @param customerIds of none whom another leads
   */
  public List<Action> past(
      String companyId, Collection<UUID> customerIds, Collection<UUID> invoiceIds) {
    return jdbc.sql(
            """
            with theirs as (
              select a.action_id from action a
               where a.company_id = :company and a.customer_id = any(:customers)
              union
              select a.action_id from customer_link l
                join action a on a.company_id = l.company_id and a.customer_id = l.customer_id
               where l.company_id = :company and l.leader_id = any(:customers)
              union
              select t.action_id from action_item t
               where t.company_id = :company and t.invoice_id = any(:invoices))
            select a.record || jsonb_build_object('customerId', coalesce(l.leader_id, a.customer_id)) as record
              from theirs
              join action a on a.company_id = :company and a.action_id = theirs.action_id
              left join customer_link l using (company_id, customer_id)
             where a.state <> 'HELD'
             order by a.on_date, a.action_id
            """)
        .param("company", companyId)
        .param("customers", customerIds.toArray(UUID[]::new))
        .param("invoices", invoiceIds.toArray(UUID[]::new))
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  /**
   * The customers, leaders in place of those whom they lead, of whom something was done on a day.
   */
  public List<UUID> customersOn(String companyId, LocalDate date) {
    return jdbc.sql(
            """
            select distinct coalesce(l.leader_id, a.customer_id) from action a
              left join customer_link l using (company_id, customer_id)
             where a.company_id = :company and a.on_date = :date
               and a.state in ('DUE', 'AWAITING_APPROVAL', 'SENDING', 'SENT', 'DONE', 'UNKNOWN')
            """)
        .param("company", companyId)
        .param("date", date)
        .query(UUID.class)
        .list();
  }

  /** How many actions went out, or are about to, on each of the days before a date that had any. */
  public List<Integer> takenPerDayBefore(String companyId, LocalDate date, int days) {
    return jdbc.sql(
            """
            select count(*) from action
             where company_id = :company and on_date < :date
               and state in ('DUE', 'SENDING', 'SENT', 'DONE', 'UNKNOWN')
             group by on_date order by on_date desc limit :days
            """)
        .param("company", companyId)
        .param("date", date)
        .param("days", days)
        .query(Integer.class)
        .list();
  }

  /** How many actions of a date went out, or are about to. */
  public int takenOn(String companyId, LocalDate date) {
    return jdbc.sql(
            """
            select count(*) from action
             where company_id = :company and on_date = :date
               and state in ('DUE', 'SENDING', 'SENT', 'DONE', 'UNKNOWN')
            """)
        .param("company", companyId)
        .param("date", date)
        .query(Integer.class)
        .single();
  }

  /** Whether it was decided in test mode, so that its message is the tester's. */
  public boolean isTested(String companyId, String id) {
    return jdbc.sql(
            "select mode = 'TEST' from action where company_id = :company and action_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether it was decided in earnest, so that what it sent went to the customer. */
  public boolean inEarnest(String companyId, String id) {
    return jdbc.sql(
            "select mode = 'LIVE' from action where company_id = :company and action_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** False when an action of that name stands. */
  private boolean insert(String companyId, Action action) {
    return jdbc.sql(
                """
                insert into action (company_id, action_id, customer_id, on_date, state, decided_at, mode, record)
                select company_id, :id, :customer, :on, :state, now(), mode, cast(:record as jsonb)
                  from company where company_id = :company
                on conflict (company_id, action_id) do update
                   set state = excluded.state, record = excluded.record,
                       decided_at = excluded.decided_at, mode = excluded.mode, approve = false
                 where action.state in ('HELD', 'CANCELLED', 'FAILED')
                """)
            .param("company", companyId)
            .param("id", action.id())
            .param("customer", UUID.fromString(action.customerId()))
            .param("on", action.on())
            .param("state", action.state().name())
            .param("record", CanonicalWriter.line(action))
            .update()
        == 1;
  }

  private void remove(String companyId, String actionId) {
    removeItems(companyId, actionId);
    jdbc.sql("delete from action where company_id = :company and action_id = :id")
        .param("company", companyId)
        .param("id", actionId)
        .update();
  }

  private void removeItems(String companyId, String actionId) {
    jdbc.sql("delete from action_item where company_id = :company and action_id = :id")
        .param("company", companyId)
        .param("id", actionId)
        .update();
  }
}
