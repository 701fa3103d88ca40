package org.dunlin.store.dunning;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a person has to approve before it is done, and what was approved. */
public final class Approvals {
  private final JdbcClient jdbc;

  /** The approvals of this database. */
  public Approvals(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A step of an instalment. */
  public record Approved(String invoiceId, LocalDate dueDate, String step) {
    /** That of an item. */
    public static Approved of(ActionItem item) {
      return new Approved(item.invoiceId(), item.dueDate(), item.step());
    }
  }

  /** Notes whether an action waits for an approval, and not only for a far larger number. */
  public void ask(String companyId, String actionId, boolean approve) {
    jdbc.sql("update action set approve = :approve where company_id = :company and action_id = :id")
        .param("approve", approve)
        .param("company", companyId)
        .param("id", actionId)
        .update();
  }

  /** The actions that wait for an approval, the oldest first. */
  public List<Action> waiting(String companyId, int most) {
    return jdbc.sql(
            """
            select record from action
             where company_id = :company and approve and state = 'AWAITING_APPROVAL'
             order by on_date, action_id limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  /** Whether an action waits for an approval. */
  public boolean waits(String companyId, String actionId) {
    return jdbc.sql(
            """
            select 1 from action where company_id = :company and action_id = :id
               and approve and state = 'AWAITING_APPROVAL'
            """)
        .param("company", companyId)
        .param("id", actionId)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** The ids of all of them. */
  public Set<String> waitingIds(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                "select action_id from action"
                    + " where company_id = :company and approve and state = 'AWAITING_APPROVAL'")
            .param("company", companyId)
            .query(String.class)
            .list());
  }

  /** Notes that somebody approved a step, up to the amount that the item asks for. */
  public void approve(String companyId, ActionItem item, String by, LocalDate on) {
    jdbc.sql(
            """
            insert into approved_step values
              (:company, :invoice, :due, :step, :most, :currency, :by, :on)
            on conflict (company_id, invoice_id, due_date, step) do update
               set most = excluded.most, currency = excluded.currency,
                   approved_by = excluded.approved_by, approved_on = excluded.approved_on
            """)
        .param("company", companyId)
        .param("invoice", UUID.fromString(item.invoiceId()))
        .param("due", item.dueDate())
        .param("step", item.step())
        .param("most", item.amount().getAmount())
        .param("currency", item.amount().getCurrencyUnit().getCode())
        .param("by", by)
        .param("on", on)
        .update();
  }

  /** Who approved a step, and on which business date. */
  public record Said(String by, LocalDate on) {}

  /** Who approved the step of an item; empty where nobody did. */
  public Optional<Said> of(String companyId, ActionItem item) {
    return jdbc.sql(
            """
            select approved_by, approved_on from approved_step
             where company_id = :company and invoice_id = :invoice and due_date = :due and step = :step
            """)
        .param("company", companyId)
        .param("invoice", UUID.fromString(item.invoiceId()))
        .param("due", item.dueDate())
        .param("step", item.step())
        .query(
            (row, number) ->
                new Said(
                    row.getString("approved_by"), row.getObject("approved_on", LocalDate.class)))
        .optional();
  }

  /** Forgets all that was approved. */
  public void forget(String companyId) {
    jdbc.sql("delete from approved_step where company_id = :company")
        .param("company", companyId)
        .update();
  }

  /** What was approved of open invoices, with the amounts up to which it was. */
  public Map<Approved, Money> approved(String companyId) {
    Map<Approved, Money> approved = new HashMap<>();
    jdbc.sql(
            """
            select a.* from approved_step a join invoice i using (company_id, invoice_id)
             where a.company_id = :company and i.status = 'OPEN'
            """)
        .param("company", companyId)
        .query(
            row -> {
              approved.put(
                  new Approved(
                      row.getString("invoice_id"),
                      row.getObject("due_date", LocalDate.class),
                      row.getString("step")),
                  Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("most")));
            });
    return approved;
  }
}
