package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.secret.Blinds;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments, and how much of each is allocated. */
public final class Payments {
  /** Names that a reader makes of days, amount, a hash of the content and an ordinal. */
  private static final Pattern BY_CONTENT =
      Pattern.compile(
          "/[0-9]{4}-[0-9]{2}-[0-9]{2}/(-|[0-9]{4}-[0-9]{2}-[0-9]{2})/-?[0-9.]+/[0-9a-f]{20}/[0-9]+$");

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
    /** The same entry came before, by this road or another, or in another statement of the file. */
    KNOWN,
    /** The same entry came before, and its payer was erased meanwhile. */
    ERASED,
    /** Two entries of one statement have the same key, so that one of them would be lost. */
    TWICE_IN_STATEMENT,
    /** The same entry came before, and said neither who paid nor what for, as it does now. */
    FULLER,
    /** An entry with this key came before and said something else. */
    CONTRADICTED
  }

  /**
   * An entry as a delivery brings it.
   *
   * @param ordinal its place in the delivery
   * @param content a digest over what the entry says
   * @param namedByBank whether its key is a name that the bank gives no other entry
   * @param key under which it is known
   */
  public record Entry(int ordinal, Payment said, byte[] content, boolean namedByBank, String key) {
    /** An entry of a bank, whose id names its account, too. */
    public Entry(int ordinal, Payment said, byte[] content, boolean namedByBank) {
      this(ordinal, said, content, namedByBank, said.id());
    }

    /** An entry of a provider, whose ids are unique there. */
    public static Entry ofProvider(int ordinal, Payment said, byte[] content, String key) {
      return new Entry(ordinal, said, content, true, key);
    }
  }

  /**
   * Adds payments by their entry keys, which are their source ids; what was found of each, in the
   * order given. Entries that stand earlier in the list are there first: the outcome is that of
   * adding one after the other, in one round trip where all are new.
   *
   * @param first the ordinal at which the entries of their statement begin
   */
  public List<Found> add(Origin origin, UUID deliveryId, int first, List<Entry> entries) {
    Set<Integer> added = insert(origin, deliveryId, entries);
    Map<Integer, Found> earlier =
        added.size() == entries.size() ? Map.of() : earlier(origin, deliveryId, first, entries);
    return entries.stream()
        .map(
            entry ->
                added.contains(entry.ordinal())
                    ? Found.NEW
                    : Objects.requireNonNull(earlier.get(entry.ordinal())))
        .toList();
  }

  private Set<Integer> insert(Origin origin, UUID deliveryId, List<Entry> entries) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key,
                                     kind, direction, booking_date, currency, amount, content, record)
                select :company, said.id, coalesce(erased.entry_key, said.key), :delivery, said.ordinal,
                       said.account, said.kind, said.direction, said.date, said.currency, said.amount,
                       said.content, said.record
                  from unnest(cast(:id as uuid[]), cast(:key as text[]), cast(:blind as text[]),
                              cast(:ordinal as int[]), cast(:account as text[]), cast(:kind as text[]),
                              cast(:direction as text[]), cast(:date as date[]), cast(:currency as text[]),
                              cast(:amount as numeric[]), cast(:content as bytea[]), cast(:record as jsonb[]))
                       as said (id, key, blind, ordinal, account, kind, direction, date, currency, amount,
                                content, record)
                  left join payment erased on erased.company_id = :company and erased.entry_key = said.blind
                 order by said.ordinal
                on conflict (company_id, entry_key) do nothing
                returning ordinal
                """)
            .param("company", origin.companyId())
            .param("delivery", deliveryId)
            .params(new EntryColumns(origin, entries, blinds).values())
            .query(Integer.class)
            .list());
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
            "update payment set claimed = claimed - :amount where company_id = :company and"
                + " payment_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", paymentId)
        .update();
  }

  /** One payment. */
  public Optional<PaymentState> find(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select record, claimed, returned from payment where company_id = :company and"
                + " payment_id = :id")
        .param("company", companyId)
        .param("id", paymentId)
        .query(PaymentState::row)
        .optional();
  }

  /** These payments. */
  public List<PaymentState> all(String companyId, Collection<UUID> paymentIds) {
    return jdbc.sql(
            "select record, claimed, returned from payment"
                + " where company_id = :company and payment_id = any(:ids)")
        .param("company", companyId)
        .param("ids", paymentIds.toArray(UUID[]::new))
        .query(PaymentState::row)
        .list();
  }

  /**
   * Money that came in, has not found all its invoices and was not set aside, in the order of
   * booking.
   *
   * @param after where the page before ended; {@link Place#START} for the first one
   * @param most the length of the page; a shorter one is the last
   */
  public List<PaymentState> unallocated(String companyId, Place after, int most) {
    return page("direction = 'IN' and set_aside_by is null", companyId, after, most);
  }

  /**
   * Money that a person found to be a customer's.
   *
   * @param customer who leads, where several are one
   */
  public record Credit(UUID customer, Money left) {}

  /** What customers have as credit, the sum of each customer and currency. */
  public List<Credit> credits(String companyId) {
    return CreditSums.of(jdbc, companyId);
  }

  /**
   * Returns of money that name what they undo and have not undone all of it yet, a page of them.
   */
  public List<PaymentState> openReturns(String companyId, Place after, int most) {
    return page(
        "kind = 'RETURN' and direction = 'OUT' and (record ->> 'returnOf' is not null"
            + " or record ->> 'x-mandateId' is not null)",
        companyId,
        after,
        most);
  }

  /** A place in the order of booking: between this payment and the one that follows it. */
  public record Place(LocalDate bookingDate, UUID paymentId) {
    /** Before all payments. */
    public static final Place START = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0));

    /** Behind this payment of the ledger. */
    public static Place behind(Payment payment) {
      return new Place(payment.bookingDate(), UUID.fromString(payment.id()));
    }
  }

  private List<PaymentState> page(String condition, String companyId, Place after, int most) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and claimed + returned < amount
               and (booking_date, payment_id) > (:date, :id) and %s
             order by booking_date, payment_id limit :most
            """
                .formatted(condition))
        .param("company", companyId)
        .param("date", after.bookingDate())
        .param("id", after.paymentId())
        .param("most", most)
        .query(PaymentState::row)
        .list();
  }

  /**
   * Money that came in on the same account, no later, of this amount and under the end-to-end id:
   * none, the one, or two of several; or the one that a provider calls so.
   */
  public List<PaymentState> undoneBy(String companyId, Payment back) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and direction = 'IN' and currency = :currency
               and account_key = :account and booking_date <= :date
               and (record ->> 'endToEndId' in (:id, :blind) and amount = :amount
                    or entry_key in (:key, :blindKey))
             order by payment_id limit 2
            """)
        .param("company", companyId)
        .param("id", back.returnOf())
        .param("blind", blinds.blind(companyId, String.valueOf(back.returnOf())))
        .param("key", providerKey(back.account(), String.valueOf(back.returnOf())))
        .param(
            "blindKey",
            blinds.blind(companyId, providerKey(back.account(), String.valueOf(back.returnOf()))))
        .param("amount", back.amount().getAmount())
        .param("currency", back.amount().getCurrencyUnit().getCode())
        .param("account", key(back.account()))
        .param("date", back.bookingDate())
        .query(PaymentState::row)
        .list();
  }

  /** Sets what is left of a payment aside as no customer's; false when nothing is left of it. */
  public boolean setAside(String companyId, UUID paymentId, String by) {
    return jdbc.sql(
                """
                update payment set set_aside_by = :by, set_aside_at = now()
                 where company_id = :company and payment_id = :id and direction = 'IN'
                   and set_aside_by is null and claimed + returned < amount
                """)
            .param("by", by)
            .param("company", companyId)
            .param("id", paymentId)
            .update()
        == 1;
  }

  /**
   * Sets what is left of a payment aside as a customer's credit; false when nothing is left of it,
   * or it is that already.
   */
  public boolean credit(String companyId, UUID paymentId, UUID customerId, String by) {
    return jdbc.sql(
                """
                update payment set set_aside_by = :by, set_aside_at = now(), credit_of = :customer
                 where company_id = :company and payment_id = :id and direction = 'IN'
                   and credit_of is distinct from :customer and claimed + returned < amount
                """)
            .param("by", by)
            .param("customer", customerId)
            .param("company", companyId)
            .param("id", paymentId)
            .update()
        == 1;
  }

  /** Takes back that it was set aside; false when it was not. */
  public boolean takeUp(String companyId, UUID paymentId) {
    return jdbc.sql(
                """
                update payment set set_aside_by = null, set_aside_at = null, credit_of = null
                 where company_id = :company and payment_id = :id and set_aside_by is not null
                """)
            .param("company", companyId)
            .param("id", paymentId)
            .update()
        == 1;
  }

  /** Notes that an amount went back, or gave such an amount back. */
  public void addReturned(String companyId, UUID paymentId, BigDecimal amount) {
    jdbc.sql(
            "update payment set returned = returned + :amount where company_id = :company and"
                + " payment_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", paymentId)
        .update();
  }

  /** What lies under the keys of these entries, by their ordinals. */
  private Map<Integer, Found> earlier(
      Origin origin, UUID deliveryId, int first, List<Entry> entries) {
    Map<Integer, Entry> byOrdinal = new HashMap<>();
    entries.forEach(entry -> byOrdinal.put(entry.ordinal(), entry));
    Map<Integer, Found> found = new HashMap<>();
    jdbc.sql(
            """
            select said.ordinal as said, p.delivery_id, p.ordinal, p.content, p.entry_key = said.blind as erased,
                   case when p.content <> said.content then p.record end as record
              from unnest(cast(:key as text[]), cast(:blind as text[]), cast(:ordinal as int[]),
                          cast(:content as bytea[])) as said (key, blind, ordinal, content)
              join payment p on p.company_id = :company and p.entry_key in (said.key, said.blind)
            """)
        .param("company", origin.companyId())
        .params(new EntryColumns(origin, entries, blinds).identities())
        .query(
            row -> {
              Entry said = Objects.requireNonNull(byOrdinal.get(row.getInt("said")));
              boolean twice =
                  row.getObject("delivery_id", UUID.class).equals(deliveryId)
                      && row.getInt("ordinal") >= first
                      && row.getInt("ordinal") != said.ordinal();
              found.put(said.ordinal(), twice ? Found.TWICE_IN_STATEMENT : found(row, said));
            });
    return found;
  }

  private static Found found(ResultSet row, Entry said) throws SQLException {
    byte[] before = row.getBytes("content");
    if (before.length == 0) { // a part of an entry, of which a notification told
      return row.getBoolean("erased") ? Found.ERASED : Found.KNOWN;
    }
    if (Arrays.equals(before, said.content())) {
      return Found.KNOWN;
    }
    Payment known = StoredRecord.of(row.getString("record"), Payment.class);
    if (!sameMoney(known, said.said())) {
      return Found.CONTRADICTED;
    }
    return row.getBoolean("erased") ? Found.ERASED : compared(known, said);
  }

  /** Whoever paid, and whatever for. */
  private static boolean sameMoney(Payment before, Payment said) {
    return before.amount().equals(said.amount())
        && before.direction() == said.direction()
        && before.bookingDate().equals(said.bookingDate());
  }

  /**
   * A bank that says less of an entry in one statement than in another says the same. So does one
   * whose words made the name of the entry, where only the reader of it has changed, and one that
   * names each entry itself, where it has worded it anew.
   */
  private static Found compared(Payment before, Entry entry) {
    Payment said = entry.said();
    boolean proven = entry.namedByBank() || BY_CONTENT.matcher(said.id()).find();
    if (!proven && !before.isBare() && !said.isBare()) {
      return Found.CONTRADICTED;
    }
    return said.saysMoreThan(before) ? Found.FULLER : Found.KNOWN;
  }

  /** Under what an entry of a provider is known, by the provider's own id. */
  public static String providerKey(@Nullable AccountId account, String id) {
    return key(account) + "/" + id;
  }

  static @Nullable String key(@Nullable AccountId account) {
    return account == null ? null : account.key();
  }
}
