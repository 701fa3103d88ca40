package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.Blinds;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments, and how much of each is allocated. */
public final class Payments {
  private final JdbcClient jdbc;
  private final Blinds blinds;

  /** The payments of this database; with the blinds, erased ones are recognised. */
  public Payments(DataSource pool, Blinds blinds) {
    jdbc = JdbcClient.create(pool);
    this.blinds = blinds;
  }

  /** What adding a payment found. */
  public enum Found {
    /** It was not there. */
    NEW,
    /** The same entry came before, by this road or another. */
    KNOWN,
    /** The same entry came before, and its payer was erased meanwhile. */
    ERASED,
    /** Two entries of one delivery have the same key, so that one of them would be lost. */
    TWICE_IN_DELIVERY,
    /** An entry with this key came before and said something else. */
    CONTRADICTED
  }

  /**
   * Adds a payment by its entry key, which is its source id.
   *
   * @param ordinal its place in the delivery
   * @param content a digest over what the entry says
   */
  public Found add(Origin origin, UUID deliveryId, int ordinal, Payment said, byte[] content) {
    UUID id = Ids.next();
    Payment kept = Sourced.payment(said, id.toString(), origin.source(said.id()));
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("company", origin.companyId());
    values.put("id", id);
    values.put("key", said.id());
    values.put("blind", blinds.blind(origin.companyId(), said.id()));
    values.put("delivery", deliveryId);
    values.put("ordinal", ordinal);
    values.put("account", key(said.account()));
    values.put("kind", said.kind().name());
    values.put("direction", said.direction().name());
    values.put("date", said.bookingDate());
    values.put("currency", said.amount().getCurrencyUnit().getCode());
    values.put("amount", said.amount().getAmount());
    values.put("content", content);
    values.put("record", CanonicalWriter.line(kept));
    int added =
        jdbc.sql(
                """
                insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key,
                                     kind, direction, booking_date, currency, amount, content, record)
                values (:company, :id,
                        coalesce((select entry_key from payment
                                   where company_id = :company and entry_key = :blind), :key), :delivery, :ordinal, :account, :kind, :direction, :date,
                        :currency, :amount, :content, cast(:record as jsonb))
                on conflict (company_id, entry_key) do nothing
                """)
            .params(values)
            .update();
    return added == 1 ? Found.NEW : earlier(origin, deliveryId, ordinal, said.id(), content);
  }

  /** Takes an amount of the payment for an allocation; false when less is left. */
  public boolean claim(String companyId, UUID paymentId, BigDecimal amount) {
    return jdbc.sql(
                """
                update payment set claimed = claimed + :amount
                 where company_id = :company and payment_id = :id and claimed + returned + :amount <= amount
                """)
            .param("amount", amount)
            .param("company", companyId)
            .param("id", paymentId)
            .update()
        == 1;
  }

  /** Gives an amount back that an allocation had taken. */
  public void unclaim(String companyId, UUID paymentId, BigDecimal amount) {
    jdbc.sql(
            "update payment set claimed = claimed - :amount where company_id = :company and payment_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", paymentId)
        .update();
  }

  /** One payment. */
  public Optional<PaymentState> find(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select record, claimed, returned from payment where company_id = :company and payment_id = :id")
        .param("company", companyId)
        .param("id", paymentId)
        .query(PaymentState::row)
        .optional();
  }

  /** Money that came in and has not found all its invoices, in the order of booking. */
  public List<PaymentState> unallocated(String companyId) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and direction = 'IN' and claimed + returned < amount
             order by booking_date, payment_id
            """)
        .param("company", companyId)
        .query(PaymentState::row)
        .list();
  }

  /** Returns of money that name what they undo and have not undone all of it yet. */
  public List<PaymentState> openReturns(String companyId) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and kind = 'RETURN' and direction = 'OUT'
               and claimed + returned < amount and record ->> 'returnOf' is not null
             order by booking_date, payment_id
            """)
        .param("company", companyId)
        .query(PaymentState::row)
        .list();
  }

  /** Money of this amount that came in on the same account under the end-to-end id, no later. */
  public List<PaymentState> undoneBy(String companyId, Payment back) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and direction = 'IN' and record ->> 'endToEndId' in (:id, :blind)
               and amount = :amount and currency = :currency and account_key = :account
               and booking_date <= :date
            """)
        .param("company", companyId)
        .param("id", back.returnOf())
        .param("blind", blinds.blind(companyId, String.valueOf(back.returnOf())))
        .param("amount", back.amount().getAmount())
        .param("currency", back.amount().getCurrencyUnit().getCode())
        .param("account", key(back.account()))
        .param("date", back.bookingDate())
        .query(PaymentState::row)
        .list();
  }

  /** Notes that an amount went back, or gave such an amount back. */
  public void addReturned(String companyId, UUID paymentId, BigDecimal amount) {
    jdbc.sql(
            "update payment set returned = returned + :amount where company_id = :company and payment_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", paymentId)
        .update();
  }

  private Found earlier(Origin origin, UUID deliveryId, int ordinal, String key, byte[] content) {
    return jdbc.sql(
            "select delivery_id, ordinal, content from payment where company_id = :company"
                + " and entry_key in (:key, :blind)")
        .param("company", origin.companyId())
        .param("key", key)
        .param("blind", blinds.blind(origin.companyId(), key))
        .query(
            (row, number) -> {
              boolean here = row.getObject("delivery_id", UUID.class).equals(deliveryId);
              if (here && row.getInt("ordinal") != ordinal) {
                return Found.TWICE_IN_DELIVERY;
              }
              byte[] before = row.getBytes("content");
              if (Arrays.equals(before, blinds.blind(origin.companyId(), content))) {
                return Found.ERASED;
              }
              return Arrays.equals(before, content) ? Found.KNOWN : Found.CONTRADICTED;
            })
        .single();
  }

  private static @Nullable String key(@Nullable AccountId account) {
    return account == null ? null : account.key();
  }
}
