package org.dunlin.store.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.store.Ids;
import org.dunlin.store.pay.KeptCheckout.Place;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Attempts to pay at providers. */
public final class KeptCheckouts {
  /**
   * Which of them may bring money that is not there yet: begun and payable still, which is for an
   * hour where the provider does not say until when, done by the payer within a fortnight, or paid
   * within it and the money not looked at yet. Of a link of the provider's own nobody knows whether
   * somebody is about to pay by it.
   */
  private static final String FRESH =
      """
       c.payment_id is null
       and (c.state = 'OPEN' and not c.own_link
            and coalesce(c.expires_at, c.begun_at + interval '1 hour') > now()
            or c.state in ('PENDING', 'PAID') and c.moved_at > now() - interval '14 days')
      """;

  private static final String SELECT =
      """
      select c.*, array(select x.invoice_id || ' ' || x.amount from checkout_invoice x
                         where x.company_id = c.company_id and x.checkout_id = c.checkout_id) as invoices
        from checkout c where c.company_id = :company and
      """;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public KeptCheckouts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds one that is about to be begun. */
  public void add(String companyId, KeptCheckout checkout) {
    jdbc.sql(
            """
            insert into checkout (company_id, checkout_id, link_id, customer_id, connection_id, state, amount,
                                  currency, language)
            values (:company, :id, :link, :customer, :connection, 'OPEN', :amount, :currency, :language)
            """)
        .param("company", companyId)
        .param("id", checkout.id())
        .param("link", checkout.linkId())
        .param("customer", checkout.customerId())
        .param("connection", checkout.connectionId())
        .param("amount", checkout.amount().getAmount())
        .param("currency", checkout.amount().getCurrencyUnit().getCode())
        .param("language", checkout.language().code())
        .update();
    checkout
        .invoices()
        .forEach(
            (invoice, part) ->
                jdbc.sql("insert into checkout_invoice values (:company, :id, :invoice, :amount)")
                    .param("company", companyId)
                    .param("id", checkout.id())
                    .param("invoice", invoice)
                    .param("amount", part.getAmount())
                    .update());
  }

  /** Notes where it is paid, unless that is known. */
  public void begun(String companyId, UUID id, Place place) {
    jdbc.sql(
            """
            update checkout set provider_id = :provider, pay_at = :at, expires_at = :expires
             where company_id = :company and checkout_id = :id and pay_at is null
            """)
        .param("provider", place.id())
        .param("at", place.payAt())
        .param("expires", at(place.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Notes how one stands that stood otherwise, and why. */
  public void move(
      String companyId, UUID id, CheckoutState to, @Nullable String method, @Nullable String why) {
    jdbc.sql(
            """
            update checkout
               set state = :state, method = coalesce(:method, method), reason = coalesce(:why, reason),
                   moved_at = case when state = :state then moved_at else clock_timestamp() end
             where company_id = :company and checkout_id = :id
            """)
        .param("state", to.name())
        .param("method", method, Types.VARCHAR)
        .param("why", why, Types.VARCHAR)
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** One, held until the transaction ends; what it is for never changes. */
  public Optional<KeptCheckout> lock(String companyId, UUID id) {
    return jdbc.sql(SELECT + "c.checkout_id = :id for no key update of c")
        .param("company", companyId)
        .param("id", id)
        .query(KeptCheckouts::row)
        .optional();
  }

  /** These, held so, by their ids. */
  public Map<UUID, KeptCheckout> lock(String companyId, Collection<UUID> ids) {
    Map<UUID, KeptCheckout> held = new HashMap<>();
    jdbc.sql(SELECT + "c.checkout_id = any(:ids) order by c.checkout_id for no key update of c")
        .param("company", companyId)
        .param("ids", ids.toArray(UUID[]::new))
        .query(KeptCheckouts::row)
        .list()
        .forEach(each -> held.put(each.id(), each));
    return held;
  }

  /** One. */
  public Optional<KeptCheckout> find(String companyId, UUID id) {
    return list("c.checkout_id = :id order by 1", companyId, id, 1).stream().findFirst();
  }

  /** Those of a link, the latest first. */
  public List<KeptCheckout> ofLink(String companyId, UUID linkId, int most) {
    return list("c.link_id = :id order by c.checkout_id desc", companyId, linkId, most);
  }

  /** Those for any of these invoices that may still bring money, the latest first. */
  public List<KeptCheckout> fresh(String companyId, Collection<UUID> invoices) {
    return over(companyId, invoices, FRESH, 100);
  }

  /** The latest for any of these invoices, whatever became of it. */
  public Optional<KeptCheckout> latest(String companyId, Collection<UUID> invoices) {
    return over(companyId, invoices, "true", 1).stream().findFirst();
  }

  private List<KeptCheckout> over(
      String companyId, Collection<UUID> invoices, String which, int most) {
    return jdbc.sql(
            SELECT
                + """
                   c.checkout_id in (select o.checkout_id from checkout_invoice o
                                      where o.company_id = :company and o.invoice_id = any(:invoices))
                   and
                  """
                + which
                + " order by c.checkout_id desc limit :most")
        .param("company", companyId)
        .param("invoices", invoices.toArray(UUID[]::new))
        .param("most", most)
        .query(KeptCheckouts::row)
        .list();
  }

  /**
   * Lets nobody else decide of attempts for any of these invoices until the transaction ends, on
   * whatever link.
   */
  public void hold(String companyId, Collection<UUID> invoices) {
    for (UUID invoice : invoices.stream().sorted().toList()) {
      jdbc.sql(
              "select cast(pg_advisory_xact_lock(hashtextextended("
                  + "'checkout of ' || :company || ' ' || :invoice, 0)) as text)")
          .param("company", companyId)
          .param("invoice", invoice.toString())
          .query(String.class)
          .single();
    }
  }

  /**
   * Holds so those of these invoices for which nobody decides of an attempt at this moment, and
   * waits for nobody.
   */
  public Set<UUID> holdFree(String companyId, Collection<UUID> invoices) {
    return new HashSet<>(
        jdbc.sql(
                """
                select invoice from unnest(:invoices) as wished (invoice)
                 where pg_try_advisory_xact_lock(hashtextextended(
                         'checkout of ' || :company || ' ' || invoice, 0))
                """)
            .param("invoices", invoices.toArray(UUID[]::new))
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Those of a payment. */
  public List<KeptCheckout> ofPayment(String companyId, UUID paymentId) {
    return list("c.payment_id = :id order by c.checkout_id", companyId, paymentId, 10);
  }

  private List<KeptCheckout> list(String which, String companyId, UUID id, int most) {
    return jdbc.sql(SELECT + which + " limit :most")
        .param("company", companyId)
        .param("id", id)
        .param("most", most)
        .query(KeptCheckouts::row)
        .list();
  }

  /** Whether a link was paid by one. */
  public boolean paid(String companyId, UUID linkId) {
    return jdbc.sql(
            "select exists (select from checkout where company_id = :company and link_id = :link"
                + " and state = 'PAID')")
        .param("company", companyId)
        .param("link", linkId)
        .query(Boolean.class)
        .single();
  }

  /** The invoices of a company for which an attempt may bring money that is not there yet. */
  public Set<UUID> inFlight(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                "select distinct x.invoice_id from checkout c"
                    + " join checkout_invoice x using (company_id, checkout_id)"
                    + " where c.company_id = :company and "
                    + FRESH)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Those of these invoices. */
  public Set<UUID> inFlight(String companyId, Collection<UUID> invoices) {
    return new HashSet<>(
        jdbc.sql(
                "select distinct x.invoice_id from checkout_invoice x"
                    + " join checkout c using (company_id, checkout_id)"
                    + " where x.company_id = :company and x.invoice_id = any(:invoices) and "
                    + FRESH)
            .param("company", companyId)
            .param("invoices", invoices.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /**
   * The money of a company that came of attempts and was not looked at yet, by the attempt's id:
   * what came in at a provider under that id, or under the short reference that it makes.
   */
  public Map<UUID, UUID> money(String companyId) {
    return money("true", Map.of("company", companyId));
  }

  /** That of these attempts. */
  public Map<UUID, UUID> money(String companyId, Collection<UUID> attempts) {
    return money(
        "c.checkout_id = any(:attempts)",
        Map.of("company", companyId, "attempts", attempts.toArray(UUID[]::new)));
  }

  private Map<UUID, UUID> money(String which, Map<String, ?> values) {
    Map<UUID, UUID> money = new HashMap<>();
    jdbc.sql(
            """
            select c.checkout_id, p.payment_id
              from checkout c
              join payment p on p.company_id = c.company_id
                            and p.record ->> 'endToEndId' in (
                                  cast(c.checkout_id as text),
                                  'dunlin-' || right(cast(c.checkout_id as text), 12))
             where c.company_id = :company and c.payment_id is null and p.direction = 'IN'
               and p.kind <> 'RETURN' and p.currency = c.currency and p.record ->> 'accountIban' is null
               and %s
             order by c.checkout_id, p.payment_id
            """
                .formatted(which))
        .params(values)
        .query(
            row -> {
              money.putIfAbsent(
                  row.getObject("checkout_id", UUID.class),
                  row.getObject("payment_id", UUID.class));
            });
    return money;
  }

  /**
   * The money that came of attempts and was looked at, of which something is left that nobody has
   * set aside, by its id; with one of the invoices that it was for.
   */
  public Map<UUID, UUID> left(String companyId) {
    Map<UUID, UUID> left = new HashMap<>();
    jdbc.sql(
            """
            select p.payment_id, min(cast(x.invoice_id as text)) as invoice_id
              from payment p
              join checkout c on c.company_id = p.company_id and c.payment_id = p.payment_id
              join checkout_invoice x on x.company_id = c.company_id and x.checkout_id = c.checkout_id
             where p.company_id = :company and p.claimed + p.returned < p.amount
               and p.set_aside_by is null
             group by p.payment_id
            """)
        .param("company", companyId)
        .query(
            row -> {
              left.put(
                  row.getObject("payment_id", UUID.class),
                  UUID.fromString(row.getString("invoice_id")));
            });
    return left;
  }

  /**
   * Notes the money that came of some.
   *
   * @param payments by the attempts
   */
  public void broughtMoney(String companyId, Map<UUID, UUID> payments) {
    jdbc.sql(
            """
            update checkout c set payment_id = brought.payment
              from unnest(cast(:ids as uuid[]), cast(:payments as uuid[])) as brought (id, payment)
             where c.company_id = :company and c.checkout_id = brought.id
            """)
        .param("ids", payments.keySet().toArray(UUID[]::new))
        .param("payments", payments.values().toArray(UUID[]::new))
        .param("company", companyId)
        .update();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : Ids.at(instant);
  }

  private static KeptCheckout row(ResultSet row, int number) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    Map<UUID, Money> invoices = new HashMap<>();
    for (String each : (String[]) row.getArray("invoices").getArray()) {
      int blank = each.indexOf(' ');
      invoices.put(
          UUID.fromString(each.substring(0, blank)),
          Money.of(currency, new java.math.BigDecimal(each.substring(blank + 1))));
    }
    String provider = row.getString("pay_at") == null ? null : row.getString("provider_id");
    OffsetDateTime expires = row.getObject("expires_at", OffsetDateTime.class);
    return new KeptCheckout(
        row.getObject("checkout_id", UUID.class),
        row.getObject("link_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("connection_id"),
        CheckoutState.valueOf(row.getString("state")),
        Money.of(currency, row.getBigDecimal("amount")),
        invoices,
        Language.named(row.getString("language")).orElse(Language.EN),
        row.getString("method"),
        provider == null
            ? null
            : new Place(
                provider, row.getString("pay_at"), expires == null ? null : expires.toInstant()),
        row.getString("reason"),
        row.getObject("payment_id", UUID.class),
        row.getObject("begun_at", OffsetDateTime.class).toInstant());
  }
}
