package org.dunlin.store.dialogue;

import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.agreement.Progress;
import org.dunlin.core.agreement.Settled;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.secret.CustomerKeys;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Promises, disputes, arrangements and holds. */
public final class Standstills {
  private static final String SELECT =
      "select " + StandstillRows.COLUMNS + " from " + StandstillRows.FROM;

  private static final String STANDING =
      " where s.company_id = :company and s.state in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED')";

  private final JdbcClient jdbc;
  private final StandstillRows rows;

  /** Those of this database, and the keys that seal what people write. */
  public Standstills(DataSource pool, CustomerKeys keys) {
    jdbc = JdbcClient.create(pool);
    rows = new StandstillRows(keys);
  }

  /**
   * Adds one.
   *
   * @param open what is open of each of its invoices now
   */
  public void add(String companyId, Standstill said, Map<UUID, Money> open) {
    Money amount = said.amount();
    jdbc.sql(
            """
            insert into standstill (company_id, standstill_id, kind, customer_id, state, on_date, amount,
                                    currency, owner, record, sealed, made_by, made_on)
            values (:company, :id, :kind, :customer, :state, :on, :amount, :currency, :owner,
                    cast(:record as jsonb), :sealed, :by, :date)
            """)
        .param("company", companyId)
        .param("id", said.id())
        .param("kind", said.kind().name())
        .param("customer", said.customerId())
        .param("state", said.state().name())
        .param("on", said.on(), Types.DATE)
        .param("amount", amount == null ? null : amount.getAmount(), Types.NUMERIC)
        .param(
            "currency", amount == null ? null : amount.getCurrencyUnit().getCode(), Types.VARCHAR)
        .param("owner", said.owner(), Types.VARCHAR)
        .param("record", CanonicalWriter.line(said.record()))
        .param(
            "sealed",
            rows.seal(companyId, said.customerId(), said.id(), said.words()),
            Types.BINARY)
        .param("by", said.made().by())
        .param("date", said.made().on())
        .update();
    open.forEach(
        (invoice, before) ->
            jdbc.sql("insert into standstill_invoice values (:company, :id, :invoice, :before)")
                .param("company", companyId)
                .param("id", said.id())
                .param("invoice", invoice)
                .param("before", before.getAmount())
                .update());
  }

  /** Moves one to another state, unless somebody else did meanwhile; how it is then. */
  public Optional<Standstill> move(
      String companyId,
      Standstill from,
      StandstillState to,
      @Nullable String outcome,
      String by,
      LocalDate today) {
    Standstill.Written words = new Standstill.Written(from.words().said(), outcome);
    int moved =
        jdbc.sql(
                """
                update standstill set state = :to, record = cast(:record as jsonb), sealed = :sealed,
                       changed_by = :by, changed_on = :date
                 where company_id = :company and standstill_id = :id and state = :from
                """)
            .param("to", to.name())
            .param("record", CanonicalWriter.line(from.recordIn(to)))
            .param(
                "sealed", rows.seal(companyId, from.customerId(), from.id(), words), Types.BINARY)
            .param("by", by)
            .param("date", today)
            .param("company", companyId)
            .param("id", from.id())
            .param("from", from.state().name())
            .update();
    return moved == 1 ? find(companyId, from.id()) : Optional.empty();
  }

  /** One. */
  public Optional<Standstill> find(String companyId, UUID id) {
    return jdbc.sql(SELECT + " where s.company_id = :company and s.standstill_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(rows::row)
        .optional();
  }

  /** All of a company that stand or are proposed, the oldest first. */
  public List<Standstill> standing(String companyId) {
    return jdbc.sql(SELECT + STANDING + " order by s.standstill_id")
        .param("company", companyId)
        .query(rows::row)
        .list();
  }

  /** Those of them that are of these customers, or about an invoice. */
  public List<Standstill> standingOn(String companyId, List<UUID> customers, List<UUID> invoices) {
    return jdbc.sql(
            SELECT
                + STANDING
                + """
                   and (s.customer_id = any(:customers)
                        or s.standstill_id in (select x.standstill_id from standstill_invoice x
                                                where x.company_id = :company and x.invoice_id = any(:invoices)))
                 order by s.standstill_id
                """)
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .param("invoices", invoices.toArray(UUID[]::new))
        .query(rows::row)
        .list();
  }

  /** All of these customers, the latest first. */
  public List<Standstill> ofCustomers(String companyId, List<UUID> customers, int most) {
    return jdbc.sql(
            SELECT
                + " where s.company_id = :company and s.customer_id = any(:customers)"
                + " order by s.standstill_id desc limit :most")
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .param("most", most)
        .query(rows::row)
        .list();
  }

  /** All that are about an invoice, the latest first. */
  public List<Standstill> ofInvoice(String companyId, UUID invoiceId, int most) {
    return jdbc.sql(
            SELECT
                + " where s.company_id = :company and s.standstill_id in ("
                + " select standstill_id from standstill_invoice"
                + " where company_id = :company and invoice_id = :invoice)"
                + " order by s.standstill_id desc limit :most")
        .param("company", companyId)
        .param("invoice", invoiceId)
        .param("most", most)
        .query(rows::row)
        .list();
  }

  /**
   * What is open of a customer's invoices now, by their ids; of these, or of all where none is
   * named.
   */
  public Map<UUID, Money> open(String companyId, UUID customerId, List<UUID> invoices) {
    Map<UUID, Money> open = new TreeMap<>();
    jdbc.sql(
            """
            select invoice_id, currency, outstanding - claimed as open from invoice
             where company_id = :company and customer_id = leader_of(:company, :customer)
               and kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding
               and (cardinality(cast(:invoices as uuid[])) = 0 or invoice_id = any(:invoices))
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .param("invoices", invoices.toArray(UUID[]::new))
        .query(
            row -> {
              open.put(
                  row.getObject("invoice_id", UUID.class),
                  Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("open")));
            });
    return open;
  }

  /** How far the invoices of these have come since they were said; those with an amount. */
  public Map<UUID, Progress> progress(String companyId, List<Standstill> standing) {
    Map<UUID, Money> amounts = new HashMap<>();
    for (Standstill each : standing) {
      Money amount = each.amount();
      if (amount != null) {
        amounts.put(each.id(), amount);
      }
    }
    Map<UUID, List<Settled>> payments = payments(companyId, amounts);
    Map<UUID, Progress> progress = new HashMap<>();
    jdbc.sql(
            """
            select x.standstill_id, sum(x.open_before) as before,
                   coalesce(sum(case when i.status = 'OPEN' then i.outstanding - i.claimed end), 0) as now
              from standstill_invoice x join invoice i using (company_id, invoice_id)
             where x.company_id = :company and x.standstill_id = any(:ids)
             group by x.standstill_id
            """)
        .param("company", companyId)
        .param("ids", amounts.keySet().toArray(UUID[]::new))
        .query(
            row -> {
              UUID id = row.getObject("standstill_id", UUID.class);
              CurrencyUnit currency = Objects.requireNonNull(amounts.get(id)).getCurrencyUnit();
              progress.put(
                  id,
                  new Progress(
                      Money.of(currency, row.getBigDecimal("before")),
                      Money.of(currency, row.getBigDecimal("now")),
                      payments.getOrDefault(id, List.of())));
            });
    return progress;
  }

  private Map<UUID, List<Settled>> payments(String companyId, Map<UUID, Money> amounts) {
    Map<UUID, List<Settled>> payments = new HashMap<>();
    jdbc.sql(
            """
            select s.standstill_id, p.booking_date, s.currency, sum(a.amount) as amount
              from standstill s
              join standstill_invoice x using (company_id, standstill_id)
              join allocation a on a.company_id = x.company_id and a.invoice_id = x.invoice_id
              join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
             where s.company_id = :company and s.standstill_id = any(:ids) and a.undone_by is null
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
               and a.rule is distinct from 'RETURN' and p.booking_date >= s.made_on
             group by s.standstill_id, p.booking_date, s.currency
             order by s.standstill_id, p.booking_date
            """)
        .param("company", companyId)
        .param("ids", amounts.keySet().toArray(UUID[]::new))
        .query(
            row -> {
              payments
                  .computeIfAbsent(
                      row.getObject("standstill_id", UUID.class), id -> new ArrayList<>())
                  .add(
                      new Settled(
                          row.getObject("booking_date", LocalDate.class),
                          Money.of(
                              CurrencyUnit.of(row.getString("currency")),
                              row.getBigDecimal("amount"))));
            });
    return payments;
  }
}
