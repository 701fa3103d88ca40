package org.dunlin.store.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.pay.ProviderRefund.State;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is given back at providers. */
public final class ProviderRefunds {
  private static final String SELECT =
      """
      select r.*, r.asked_at > now() - interval '45 minutes' as fresh,
             r.tried_at < now() - interval '2 minutes' as idle,
             exists (select from payment p
                       join payment b on b.company_id = p.company_id
                                     and b.entry_key = p.account_key || '/' || r.provider_refund
                      where p.company_id = r.company_id and p.payment_id = r.payment_id) as arrived
        from provider_refund r
      """;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public ProviderRefunds(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What came of an attempt to pay and no invoice took.
   *
   * @param attempt as the provider names it; absent where it was never told
   * @param providerKey the payment as the provider names it
   */
  public record Left(
      UUID customerId,
      String connectionId,
      @Nullable String attempt,
      String providerKey,
      Money amount) {}

  /**
   * A payment of which a credit note can be given back.
   *
   * @param left how, and how much
   */
  public record OfNote(UUID paymentId, Left left) {}

  /**
   * What the provider told of as given back of a credit note.
   *
   * @param claims whether it takes its amount of the credit note still
   */
  public record Told(UUID id, UUID creditNote, UUID customer, Money amount, boolean claims) {}

  /** What is left of a payment that came of an attempt; empty where nothing is. */
  public Optional<Left> left(String companyId, UUID paymentId) {
    return jdbc.sql(
            """
            select leader_of(c.company_id, c.customer_id) as customer, c.connection_id, c.provider_id,
                   substr(p.entry_key, length(p.account_key) + 2) as key,
                   p.amount - p.claimed - p.returned as left_of_it, p.currency
              from payment p
              join checkout c on c.company_id = p.company_id and c.payment_id = p.payment_id
             where p.company_id = :company and p.payment_id = :payment
               and p.direction = 'IN' and p.kind <> 'RETURN' and p.claimed + p.returned < p.amount
               and p.opened = 0 and coalesce(p.record ->> 'voided', 'false') = 'false'
               and (p.set_aside_by is null or p.credit_of is not null)
               and starts_with(p.entry_key, p.account_key || '/')
               and not exists (select from provider_refund g
                                where g.company_id = p.company_id and g.payment_id = p.payment_id
                                  and g.credit_note_id is not null and g.state <> 'REFUSED')
             order by c.checkout_id limit 1
            """)
        .param("company", companyId)
        .param("payment", paymentId)
        .query(
            (row, number) ->
                new Left(
                    row.getObject("customer", UUID.class),
                    row.getString("connection_id"),
                    row.getString("provider_id"),
                    row.getString("key"),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")),
                        row.getBigDecimal("left_of_it"))))
        .optional();
  }

  /**
   * The payment of which a credit note can be given back: it came of an attempt, and what it has
   * paid of an invoice that the credit note names is not less, with what was given back of it
   * before.
   *
   * @param numbers of the invoices that the credit note names
   * @param amount what is left of the credit note
   */
  public Optional<OfNote> leftOf(
      String companyId, UUID customer, List<String> numbers, Money amount) {
    return jdbc.sql(
            """
            select c.connection_id, c.provider_id, p.payment_id,
                   substr(p.entry_key, length(p.account_key) + 2) as key
              from invoice i
              join allocation l on l.company_id = i.company_id and l.invoice_id = i.invoice_id
               and l.undone_by is null and l.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
              join payment p on p.company_id = l.company_id and p.payment_id = l.payment_id
              join checkout c on c.company_id = p.company_id and c.payment_id = p.payment_id
             where i.company_id = :company and i.kind = 'INVOICE'
               and lower(i.number) collate "C" = any(:numbers)
               and leader_of(i.company_id, i.customer_id) = :customer
               and p.direction = 'IN' and p.kind <> 'RETURN' and p.currency = :currency and p.opened = 0
               and coalesce(p.record ->> 'voided', 'false') = 'false'
               and starts_with(p.entry_key, p.account_key || '/')
               and l.amount - coalesce((select sum(g.amount) from provider_refund g
                                         where g.company_id = p.company_id and g.payment_id = p.payment_id
                                           and g.credit_note_id is not null and g.state <> 'REFUSED'), 0)
                   >= :amount
             order by c.checkout_id limit 1
            """)
        .param("company", companyId)
        .param(
            "numbers", numbers.stream().map(n -> n.toLowerCase(Locale.ROOT)).toArray(String[]::new))
        .param("customer", customer)
        .param("currency", amount.getCurrencyUnit().getCode())
        .param("amount", amount.getAmount())
        .query(
            (row, number) ->
                new OfNote(
                    row.getObject("payment_id", UUID.class),
                    new Left(
                        customer,
                        row.getString("connection_id"),
                        row.getString("provider_id"),
                        row.getString("key"),
                        amount)))
        .optional();
  }

  /** The latest of a payment that no invoice took. */
  public Optional<ProviderRefund> latest(String companyId, UUID paymentId) {
    return latest(companyId, "r.payment_id = :id and r.credit_note_id is null", paymentId);
  }

  /** The latest of a credit note. */
  public Optional<ProviderRefund> latestOfNote(String companyId, UUID creditNote) {
    return latest(companyId, "r.credit_note_id = :id", creditNote);
  }

  /** What the provider tells of by this return as given back of a credit note. */
  public Optional<Told> told(String companyId, UUID returned) {
    return jdbc.sql(
            """
            select r.refund_id, r.credit_note_id, r.customer_id, r.amount, r.currency, r.claims
              from payment b
              join provider_refund r on r.company_id = b.company_id and r.state = 'DONE'
               and r.credit_note_id is not null
              join payment p on p.company_id = r.company_id and p.payment_id = r.payment_id
               and b.entry_key = p.account_key || '/' || r.provider_refund
             where b.company_id = :company and b.payment_id = :id limit 1
            """)
        .param("company", companyId)
        .param("id", returned)
        .query(
            (row, number) ->
                new Told(
                    row.getObject("refund_id", UUID.class),
                    row.getObject("credit_note_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                    row.getBoolean("claims")))
        .optional();
  }

  private Optional<ProviderRefund> latest(String companyId, String which, UUID id) {
    return jdbc.sql(
            SELECT
                + " where r.company_id = :company and %s order by r.refund_id desc limit 1"
                    .formatted(which))
        .param("company", companyId)
        .param("id", id)
        .query(ProviderRefunds::row)
        .optional();
  }

  /** All of these customers, in the order in which they were asked for. */
  public List<ProviderRefund> ofCustomers(String companyId, Collection<UUID> customers) {
    return jdbc.sql(
            SELECT
                + " where r.company_id = :company and r.customer_id = any(:customers)"
                + " order by r.refund_id")
        .param("company", companyId)
        .param("customers", customers.toArray(UUID[]::new))
        .query(ProviderRefunds::row)
        .list();
  }

  /** Adds one for which the provider is about to be asked; false where there is one already. */
  public boolean ask(
      String companyId, UUID id, UUID paymentId, Left left, String by, LocalDate today) {
    return ask(companyId, id, new OfNote(paymentId, left), null, by, today);
  }

  /**
   * The same of a credit note, of which it takes its amount as long as it stands.
   *
   * @param creditNote absent where it is of the payment itself
   */
  public boolean ask(
      String companyId, UUID id, OfNote of, @Nullable UUID creditNote, String by, LocalDate today) {
    Left left = of.left();
    return jdbc.sql(
                """
                insert into provider_refund (company_id, refund_id, payment_id, customer_id, connection_id,
                                             provider_key, amount, currency, state, asked_by, asked_on,
                                             credit_note_id, claims)
                values (:company, :id, :payment, :customer, :connection, :key, :amount, :currency, 'ASKED',
                        :by, :today, cast(:note as uuid), :note is not null)
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("id", id)
            .param("payment", of.paymentId())
            .param("note", creditNote == null ? null : creditNote.toString(), Types.VARCHAR)
            .param("customer", left.customerId())
            .param("connection", left.connectionId())
            .param("key", left.providerKey())
            .param("amount", left.amount().getAmount())
            .param("currency", left.amount().getCurrencyUnit().getCode())
            .param("by", by)
            .param("today", today)
            .update()
        == 1;
  }

  /** Notes that the provider is asked once more under the same id. */
  public void again(String companyId, UUID id) {
    jdbc.sql(
            "update provider_refund set tried_at = clock_timestamp()"
                + " where company_id = :company and refund_id = :id")
        .param("company", companyId)
        .param("id", id)
        .update();
  }

  /** Notes that the provider gives it back; false where that is known. */
  public boolean done(String companyId, UUID id, String providerRefund) {
    return jdbc.sql(
                """
                update provider_refund set state = 'DONE', provider_refund = :name
                 where company_id = :company and refund_id = :id and state = 'ASKED'
                """)
            .param("name", providerRefund)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** Lets one take nothing of its credit note any more; false where it takes nothing. */
  public boolean release(String companyId, UUID id) {
    return jdbc.sql(
                "update provider_refund set claims = false"
                    + " where company_id = :company and refund_id = :id and claims")
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** Notes that it is not given back; false where that is known. */
  public boolean refused(String companyId, UUID id, String reason) {
    return jdbc.sql(
                """
                update provider_refund set state = 'REFUSED', provider_refund = null, reason = :reason
                 where company_id = :company and refund_id = :id and state <> 'REFUSED'
                """)
            .param("reason", reason)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  private static ProviderRefund row(ResultSet row, int number) throws SQLException {
    return new ProviderRefund(
        row.getObject("refund_id", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("connection_id"),
        row.getString("provider_key"),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getString("asked_by"),
        row.getObject("asked_on", LocalDate.class),
        row.getBoolean("fresh"),
        row.getBoolean("idle"),
        row.getBoolean("arrived"));
  }
}
