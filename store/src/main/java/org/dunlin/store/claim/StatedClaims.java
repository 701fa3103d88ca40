package org.dunlin.store.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.ActionState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What messages said is owed beside the principal. */
public final class StatedClaims {
  private final JdbcClient jdbc;

  StatedClaims(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What one message says.
   *
   * @param announces whether days run from its receipt
   * @param received when it counts as received
   * @param fee what terms let this message cost
   * @param record the computation, as JSON
   */
  public record NewStatement(
      String actionId,
      LocalDate on,
      boolean announces,
      LocalDate received,
      @Nullable Money fee,
      String record) {}

  /**
   * What one message said, and what became of it.
   *
   * @param earnest whether the company was live when it was decided
   */
  public record Statement(
      String actionId, LocalDate on, ActionState state, boolean earnest, String record) {
    /** Whether the customer has it. */
    public boolean said() {
      return earnest && (state == ActionState.SENT || state == ActionState.DONE);
    }
  }

  /** One instalment. */
  public record Instalment(UUID invoiceId, LocalDate dueDate) {}

  /** Keeps what the message of an action says; what was kept of the action before goes. */
  public void put(String companyId, NewStatement said, Collection<Instalment> about) {
    forget(companyId, said.actionId());
    Money fee = said.fee();
    jdbc.sql(
            """
            insert into stated_claim (company_id, action_id, on_date, announces, received, fee, currency, record)
            values (:company, :action, :on, :announces, :received, :fee, :currency, cast(:record as jsonb))
            """)
        .param("company", companyId)
        .param("action", said.actionId())
        .param("on", said.on())
        .param("announces", said.announces())
        .param("received", said.received())
        .param("fee", fee == null ? null : fee.getAmount())
        .param("currency", fee == null ? null : fee.getCurrencyUnit().getCode())
        .param("record", said.record())
        .update();
    for (Instalment each : about) {
      jdbc.sql(
              """
              insert into stated_claim_invoice (company_id, action_id, invoice_id, due_date)
              values (:company, :action, :invoice, :due) on conflict do nothing
              """)
          .param("company", companyId)
          .param("action", said.actionId())
          .param("invoice", each.invoiceId())
          .param("due", each.dueDate())
          .update();
    }
  }

  /** Forgets what was kept of an action that is decided anew. */
  public void forget(String companyId, String actionId) {
    jdbc.sql("delete from stated_claim where company_id = :company and action_id = :action")
        .param("company", companyId)
        .param("action", actionId)
        .update();
  }

  /** Whether anything is kept of what messages of a day say. */
  public boolean anyOn(String companyId, LocalDate on) {
    return jdbc.sql(
            "select exists (select from stated_claim where company_id = :company and on_date = :on)")
        .param("company", companyId)
        .param("on", on)
        .query(Boolean.class)
        .single();
  }

  /** What messages about these invoices said, the latest first. */
  public List<Statement> of(String companyId, Collection<UUID> invoiceIds) {
    return jdbc.sql(
            """
            select s.action_id, s.on_date, s.record, a.state, a.mode
              from stated_claim s join action a using (company_id, action_id)
             where s.company_id = :company
               and s.action_id in (select action_id from stated_claim_invoice
                                    where company_id = :company and invoice_id = any(:ids))
             order by s.on_date desc, s.action_id
            """)
        .param("company", companyId)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .query(StatedClaims::row)
        .list();
  }

  /** What the messages of these customers said, the latest first. */
  public List<Statement> ofCustomers(String companyId, Collection<UUID> customerIds) {
    return jdbc.sql(
            """
            select s.action_id, s.on_date, s.record, a.state, a.mode
              from stated_claim s join action a using (company_id, action_id)
             where s.company_id = :company and a.customer_id = any(:ids)
             order by s.on_date desc, s.action_id
            """)
        .param("company", companyId)
        .param("ids", customerIds.toArray(UUID[]::new))
        .query(StatedClaims::row)
        .list();
  }

  /**
   * When the latest message that lets days run counts as received, by invoice and due date: only
   * what customers have counts, and before {@code today}.
   */
  public Map<UUID, Map<LocalDate, LocalDate>> received(
      String companyId, Collection<UUID> invoiceIds, LocalDate today) {
    Map<UUID, Map<LocalDate, LocalDate>> received = new HashMap<>();
    jdbc.sql(
            """
            select i.invoice_id, i.due_date, max(s.received) as received
              from stated_claim_invoice i
              join stated_claim s using (company_id, action_id)
              join action a using (company_id, action_id)
             where i.company_id = :company and i.invoice_id = any(:ids) and s.announces
               and a.mode = 'LIVE' and a.state in ('SENT', 'DONE') and s.on_date <= :today
             group by i.invoice_id, i.due_date
            """)
        .param("company", companyId)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .param("today", today)
        .query(
            row -> {
              received
                  .computeIfAbsent(row.getObject("invoice_id", UUID.class), id -> new TreeMap<>())
                  .put(
                      row.getObject("due_date", LocalDate.class),
                      row.getObject("received", LocalDate.class));
            });
    return received;
  }

  /** The fees that messages about these invoices charged, by the invoice they were put on. */
  public List<Fee> fees(String companyId, Collection<UUID> invoiceIds, LocalDate today) {
    return jdbc.sql(
            """
            select s.on_date, s.fee, s.currency
              from stated_claim s join action a using (company_id, action_id)
             where s.company_id = :company and s.fee is not null and s.on_date <= :today
               and a.mode = 'LIVE' and a.state in ('SENT', 'DONE')
               and s.action_id in (select action_id from stated_claim_invoice
                                    where company_id = :company and invoice_id = any(:ids))
             order by s.on_date, s.action_id
            """)
        .param("company", companyId)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .param("today", today)
        .query(
            (row, number) ->
                new Fee(
                    row.getObject("on_date", LocalDate.class),
                    Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("fee"))))
        .list();
  }

  /** A fee that was charged on a day. */
  public record Fee(LocalDate on, Money amount) {}

  private static Statement row(ResultSet row, int number) throws SQLException {
    return new Statement(
        row.getString("action_id"),
        row.getObject("on_date", LocalDate.class),
        ActionState.valueOf(row.getString("state")),
        row.getString("mode").equals("LIVE"),
        row.getString("record"));
  }
}
