package org.dunlin.store.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.outbox.EffectState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases that others collect. */
public final class HandOvers {
  private static final String OUT = "h.ended is null and e.state in ('SENDING', 'SENT', 'UNKNOWN')";

  private final JdbcClient jdbc;

  /** Those of this database. */
  public HandOvers(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds one, whose effect is there already. */
  public void add(String companyId, HandOver handOver) {
    jdbc.sql(
            """
            insert into hand_over (company_id, hand_over_id, customer_id, action_id, agency, agency_name, decided_on)
            values (:company, :id, :customer, :action, :agency, :name, :on)
            """)
        .param("company", companyId)
        .param("id", handOver.id())
        .param("customer", handOver.customerId())
        .param("action", handOver.actionId())
        .param("agency", handOver.agency())
        .param("name", handOver.agencyName())
        .param("on", handOver.decidedOn())
        .update();
    handOver
        .invoices()
        .forEach(
            (invoice, amount) ->
                jdbc.sql(
                        "insert into hand_over_invoice values (:company, :id, :invoice, :amount, :currency)")
                    .param("company", companyId)
                    .param("id", handOver.id())
                    .param("invoice", invoice)
                    .param("amount", amount.getAmount())
                    .param("currency", amount.getCurrencyUnit().getCode())
                    .update());
  }

  /** One of them. */
  public Optional<HandOver> find(String companyId, UUID id) {
    return select(companyId, "h.hand_over_id = :id", Map.of("id", id)).stream().findFirst();
  }

  /** Those of customers, the newest first. */
  public List<HandOver> ofCustomers(String companyId, Collection<UUID> customers) {
    return select(companyId, "h.customer_id in (:customers)", Map.of("customers", customers));
  }

  /** Those that are with an agency of which nothing is open any more. */
  public List<HandOver> paid(String companyId) {
    return select(
        companyId,
        """
        h.ended is null and e.state = 'SENT'
             and not exists (
              select 1 from hand_over_invoice x join invoice i using (company_id, invoice_id)
               where x.company_id = h.company_id and x.hand_over_id = h.hand_over_id
                 and i.status = 'OPEN' and i.outstanding > i.claimed)
            """,
        Map.of());
  }

  /**
   * Whether nothing is open of one any more. So it stays until the transaction ends: nobody takes
   * an allocation of its invoices back meanwhile.
   */
  public boolean isPaid(String companyId, UUID id) {
    return jdbc
        .sql(
            """
            select i.status = 'OPEN' and i.outstanding > i.claimed as open
              from hand_over_invoice x join invoice i using (company_id, invoice_id)
             where x.company_id = :company and x.hand_over_id = :id
             order by i.invoice_id for share of i
            """)
        .param("company", companyId)
        .param("id", id)
        .query(Boolean.class)
        .list()
        .stream()
        .noneMatch(Boolean.TRUE::equals);
  }

  /** The invoices that are with an agency. */
  public Set<UUID> invoicesOut(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select x.invoice_id from hand_over h
                  join effect e on e.company_id = h.company_id and e.effect_id = h.hand_over_id
                  join hand_over_invoice x on x.company_id = h.company_id and x.hand_over_id = h.hand_over_id
                 where h.company_id = :company and
                """
                    + OUT)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Those of these invoices that are with an agency. */
  public Set<UUID> invoicesOut(String companyId, Collection<UUID> invoices) {
    return new HashSet<>(
        jdbc.sql(
                """
                select x.invoice_id from hand_over h
                  join effect e on e.company_id = h.company_id and e.effect_id = h.hand_over_id
                  join hand_over_invoice x on x.company_id = h.company_id and x.hand_over_id = h.hand_over_id
                 where h.company_id = :company and x.invoice_id = any(:invoices) and
                """
                    + OUT)
            .param("company", companyId)
            .param("invoices", invoices.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** What the agency says of it. */
  public void status(String companyId, UUID id, HandOver.Status status, LocalDate on, String by) {
    jdbc.sql(
            """
            update hand_over set status = :status, status_on = :on, status_by = :by
             where company_id = :company and hand_over_id = :id
            """)
        .param("status", status.name())
        .param("on", on)
        .param("by", by)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Ends it; false where it had ended before. */
  public boolean end(String companyId, UUID id, HandOver.End end, LocalDate on, String by) {
    return jdbc.sql(
                """
                update hand_over set ended = :ended, ended_on = :on, ended_by = :by
                 where company_id = :company and hand_over_id = :id and ended is null
                """)
            .param("ended", end.name())
            .param("on", on)
            .param("by", by)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** What is open again of the invoices of one that ended as paid, by their ids, and never more. */
  public Map<UUID, Money> openAgain(String companyId, UUID id) {
    Map<UUID, Money> open = new TreeMap<>();
    jdbc.sql(
            """
            select x.invoice_id, least(x.amount, i.outstanding - i.claimed) as amount, x.currency
              from hand_over h
              join hand_over_invoice x using (company_id, hand_over_id)
              join invoice i using (company_id, invoice_id)
             where h.company_id = :company and h.hand_over_id = :id and h.ended = 'PAID'
               and i.status = 'OPEN' and i.outstanding > i.claimed
            """)
        .param("company", companyId)
        .param("id", id)
        .query(
            row -> {
              open.put(
                  row.getObject("invoice_id", UUID.class),
                  Money.of(
                      CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")));
            });
    return open;
  }

  /**
   * Gives one that ended as paid back to its agency: it is as it was before the agency said
   * anything, and what was done of its tasks is to be done anew. False where it has not ended so,
   * or an invoice of it is with an agency again.
   */
  public boolean reopen(String companyId, UUID id) {
    int reopened =
        jdbc.sql(
                """
                update hand_over set ended = null, ended_on = null, ended_by = null, status = null,
                                     status_on = null, status_by = null
                 where company_id = :company and hand_over_id = :id and ended = 'PAID'
                   and not exists (
                        select from hand_over_invoice own
                          join hand_over_invoice x on x.company_id = own.company_id
                               and x.invoice_id = own.invoice_id and x.hand_over_id <> own.hand_over_id
                          join hand_over h on h.company_id = x.company_id and h.hand_over_id = x.hand_over_id
                          join effect e on e.company_id = h.company_id and e.effect_id = h.hand_over_id
                         where own.company_id = :company and own.hand_over_id = :id
                           and\s"""
                    + OUT
                    + ")")
            .param("company", companyId)
            .param("id", id)
            .update();
    jdbc.sql(
            "delete from task_mark where company_id = :company and subject_id = cast(:id as text)"
                + " and kind in ('RECALLED', 'REOPEN') and :reopened = 1")
        .param("company", companyId)
        .param("id", id)
        .param("reopened", reopened)
        .update();
    return reopened == 1;
  }

  private List<HandOver> select(String companyId, String where, Map<String, ?> values) {
    return jdbc.sql(
            """
            select h.*, e.state from hand_over h
              join effect e on e.company_id = h.company_id and e.effect_id = h.hand_over_id
             where h.company_id = :company and %s order by h.hand_over_id desc
            """
                .formatted(where))
        .param("company", companyId)
        .params(values)
        .query((row, number) -> handOver(companyId, row))
        .list();
  }

  private HandOver handOver(String companyId, ResultSet row) throws SQLException {
    UUID id = row.getObject("hand_over_id", UUID.class);
    String status = row.getString("status");
    String ended = row.getString("ended");
    return new HandOver(
        id,
        row.getObject("customer_id", UUID.class),
        row.getString("action_id"),
        row.getString("agency"),
        row.getString("agency_name"),
        row.getObject("decided_on", LocalDate.class),
        invoices(companyId, id),
        EffectState.valueOf(row.getString("state")),
        status == null ? null : HandOver.Status.valueOf(status),
        row.getObject("status_on", LocalDate.class),
        row.getString("status_by"),
        ended == null ? null : HandOver.End.valueOf(ended),
        row.getObject("ended_on", LocalDate.class),
        row.getString("ended_by"));
  }

  private Map<UUID, Money> invoices(String companyId, UUID id) {
    Map<UUID, Money> invoices = new HashMap<>();
    jdbc.sql("select * from hand_over_invoice where company_id = :company and hand_over_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              invoices.put(
                  row.getObject("invoice_id", UUID.class),
                  Money.of(currency, row.getBigDecimal("amount")));
            });
    return invoices;
  }
}
