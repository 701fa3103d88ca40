package org.dunlin.store.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.AdvisedEntries.Part;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which advised entry tells of which entry of a statement, and what becomes of that. Whoever asks
 * holds the lock of the account until the end of the transaction, so that two deliveries that come
 * at once see each other.
 */
public final class StatedEntries {
  private final JdbcClient jdbc;

  /** Over this database. */
  public StatedEntries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Locks what is told of an account. */
  public void lock(String companyId, String accountKey) {
    jdbc.sql(
            "select cast(pg_advisory_xact_lock(hashtextextended("
                + "'entries of ' || :company || ' ' || :account, 0)) as text)")
        .param("company", companyId)
        .param("account", accountKey)
        .query(String.class)
        .single();
  }

  /**
   * An advised entry and an entry of a statement that it may tell of; whatever else, both are of
   * one account, direction and currency, and but for the parts of an entry of the same name of one
   * amount.
   *
   * @param advised the advised entry
   * @param payment the entry of the statement, or its first part
   * @param strength what speaks for it: of two the greater one is the better
   */
  public record Pair(UUID advised, AdvisedEntry.Kind kind, UUID payment, int strength) {}

  /**
   * The pairs that are possible of an account now.
   *
   * @param since the first booking date of advised entries that are looked at
   * @param days how far the booking dates may lie apart where the name is another
   */
  public List<Pair> possible(String companyId, String accountKey, LocalDate since, int days) {
    return jdbc.sql(
            """
            select advised_id, kind, payment_id, strength
              from (select a.advised_id, a.kind, p.payment_id,
                           case when r.bank = a.bank_reference then 16 else 0 end
                         + case when r.message = a.message_id then 8 else 0 end
                         + case when r.entry = a.entry_reference and not r.bank <> a.bank_reference is true
                                then 4 else 0 end
                         + case when r.batch = a.batch then 2 else 0 end
                         + case when p.booking_date = a.booking_date
                                     and not r.bank <> a.bank_reference is true then 1 else 0 end as strength
                      from advised_entry a
                      join payment p on p.company_id = a.company_id and p.account_key = a.account_key
                           and (p.amount + p.opened = a.amount
                                and p.booking_date between a.booking_date - :days and a.booking_date + :days)
                     cross join lateral (select p.record ->> 'x-bankReference' as bank,
                                                p.record ->> 'x-detailMessageId' as message,
                                                p.record ->> 'x-entryReference' as entry,
                                                coalesce(p.record ->> 'x-batchId', p.record ->> 'x-messageId') as batch) r
                     where a.company_id = :company and a.account_key = :account and a.stated_as is null
                       and a.booking_date >= :since
                       and p.direction = a.direction and p.currency = a.currency
                       and not exists (select from advised_entry o where o.company_id = a.company_id
                                          and o.stated_as = p.payment_id and o.kind = a.kind)
                    union
                    select a.advised_id, a.kind, p.payment_id, 64
                      from advised_entry a
                      join payment p on p.company_id = a.company_id
                           and p.entry_key in (a.entry_key, a.entry_key || '/1')
                     where a.company_id = :company and a.account_key = :account and a.stated_as is null
                       and a.booking_date >= :since
                       and p.direction = a.direction and p.currency = a.currency
                       and (p.entry_key <> a.entry_key or p.amount + p.opened = a.amount)) pairs
             where strength > 0
             order by advised_id, payment_id
            """)
        .param("company", companyId)
        .param("account", accountKey)
        .param("since", since)
        .param("days", days)
        .query(
            (row, number) ->
                new Pair(
                    row.getObject("advised_id", UUID.class),
                    AdvisedEntry.Kind.valueOf(row.getString("kind")),
                    row.getObject("payment_id", UUID.class),
                    row.getInt("strength")))
        .list();
  }

  /** Notes of which entry an advised one tells. */
  public void state(String companyId, Pair pair) {
    jdbc.sql(
            "update advised_entry set stated_as = :payment"
                + " where company_id = :company and advised_id = :id")
        .param("payment", pair.payment())
        .param("company", companyId)
        .param("id", pair.advised())
        .update();
  }

  /**
   * An entry of a statement of which an advised one tells what it is made of.
   *
   * @param advisedKey what the names of its parts begin with
   * @param parts how many there are
   * @param adds whether they add up to the entry, and the entry is all of what was advised
   */
  public record Explained(
      UUID advisedId, String advisedKey, UUID paymentId, int parts, boolean adds) {}

  /** The entries of an account that are known and whose parts still lie with the advised one. */
  public List<Explained> explained(String companyId, String accountKey) {
    return jdbc.sql(
            """
            select a.advised_id, a.entry_key, a.stated_as, s.parts,
                   s.sum = a.amount and p.amount + p.opened = a.amount as adds
              from advised_entry a
              join payment p on p.company_id = a.company_id and p.payment_id = a.stated_as
             cross join lateral (
                   select count(*) as parts,
                          sum(case when x.record ->> 'direction' = a.direction then 1 else -1 end
                              * cast(x.record ->> 'amount' as numeric)) as sum
                     from advised_payment x
                    where x.company_id = a.company_id and x.advised_id = a.advised_id) s
             where a.company_id = :company and a.account_key = :account and a.stated_as is not null
               and exists (select from advised_payment x
                            where x.company_id = a.company_id and x.advised_id = a.advised_id)
             order by a.kind, a.entry_key
            """)
        .param("company", companyId)
        .param("account", accountKey)
        .query(
            (row, number) ->
                new Explained(
                    row.getObject("advised_id", UUID.class),
                    row.getString("entry_key"),
                    row.getObject("stated_as", UUID.class),
                    row.getInt("parts"),
                    row.getBoolean("adds")))
        .list();
  }

  /** What an advised entry is made of, from an ordinal on. */
  public List<Part> parts(String companyId, UUID advisedId, int from, int most) {
    return jdbc.sql(
            """
            select ordinal, record from advised_payment
             where company_id = :company and advised_id = :id and ordinal >= :from
             order by ordinal limit :most
            """)
        .param("company", companyId)
        .param("id", advisedId)
        .param("from", from)
        .param("most", most)
        .query(
            (row, number) ->
                new Part(
                    advisedId,
                    row.getInt("ordinal"),
                    StoredRecord.of(row.getString("record"), Payment.class)))
        .list();
  }

  /** Forgets what an advised entry is made of, since the ledger has it or needs it no more. */
  public void dropParts(String companyId, UUID advisedId) {
    jdbc.sql("delete from advised_payment where company_id = :company and advised_id = :id")
        .param("company", companyId)
        .param("id", advisedId)
        .update();
  }

  /**
   * An entry of the ledger.
   *
   * @param key what a statement calls it
   * @param opened whether its parts have its amount already
   * @param free whether nothing of it is allocated and nothing went back
   */
  public record Entry(String key, Payment payment, boolean opened, boolean free) {
    /** Whether its payer was erased, so that nothing may be added. */
    public boolean erased() {
      String account = Payments.key(payment.account());
      return account == null || !key.startsWith(account + "/");
    }
  }

  /** Locks an entry. */
  public Optional<Entry> lock(String companyId, UUID paymentId) {
    return jdbc.sql(
            """
            select entry_key, record, opened > 0 as opened, claimed = 0 and returned = 0 as free
              from payment where company_id = :company and payment_id = :id for update
            """)
        .param("company", companyId)
        .param("id", paymentId)
        .query(
            (row, number) ->
                new Entry(
                    row.getString("entry_key"),
                    StoredRecord.of(row.getString("record"), Payment.class),
                    row.getBoolean("opened"),
                    row.getBoolean("free")))
        .optional();
  }

  /** Gives the entry what a notification says of its only transaction. */
  public void enrich(String companyId, Payment payment) {
    jdbc.sql(
            "update payment set record = cast(:record as jsonb)"
                + " where company_id = :company and payment_id = :id")
        .param("record", CanonicalWriter.line(payment))
        .param("company", companyId)
        .param("id", UUID.fromString(payment.id()))
        .update();
  }

  /** Takes the amount of an entry for its parts; false where something of it is taken already. */
  public boolean open(String companyId, Payment voided) {
    return jdbc.sql(
                """
                update payment set opened = amount, amount = 0, record = cast(:record as jsonb)
                 where company_id = :company and payment_id = :id and claimed = 0 and returned = 0
                   and opened = 0
                """)
            .param("record", CanonicalWriter.line(voided))
            .param("company", companyId)
            .param("id", UUID.fromString(voided.id()))
            .update()
        == 1;
  }

  /**
   * Adds the parts of an entry under the names that they have in the ledger. What a statement says
   * of one later is not held against what the notification said.
   *
   * @param deliveryId of the notification, whose bytes name the payers
   * @return how many were not there
   */
  public int addParts(String companyId, UUID advisedId, List<Part> parts) {
    String[] ids = parts.stream().map(part -> Ids.next().toString()).toArray(String[]::new);
    String[] records = new String[ids.length];
    for (int i = 0; i < ids.length; i++) {
      Payment said = parts.get(i).said();
      records[i] = CanonicalWriter.line(Sourced.payment(said, ids[i], said.source()));
    }
    return jdbc.sql(
            """
            insert into payment (company_id, payment_id, entry_key, delivery_id, ordinal, account_key,
                                 kind, direction, booking_date, currency, amount, content, record)
            select :company, said.id, said.key, a.delivery_id, said.ordinal, a.account_key,
                   said.record ->> 'kind', said.record ->> 'direction',
                   cast(said.record ->> 'bookingDate' as date), said.record ->> 'currency',
                   cast(said.record ->> 'amount' as numeric), '', said.record
              from unnest(cast(:id as uuid[]), cast(:key as text[]), cast(:ordinal as int[]),
                          cast(:record as jsonb[])) as said (id, key, ordinal, record)
              join advised_entry a on a.company_id = :company and a.advised_id = :advised
            on conflict (company_id, entry_key) do nothing
            """)
        .param("company", companyId)
        .param("advised", advisedId)
        .param("id", ids)
        .param("key", parts.stream().map(part -> part.said().id()).toArray(String[]::new))
        .param("ordinal", parts.stream().map(Part::ordinal).toArray(Integer[]::new))
        .param("record", records)
        .update();
  }

  /**
   * Whether a name that a part would get in the ledger is another's, as where a bank uses one
   * reference for several entries.
   *
   * @param key what a statement calls the entry
   */
  public boolean namesTaken(String companyId, Explained explained, String key) {
    return jdbc.sql(
            """
            select exists (
              select from advised_payment x
                join payment p on p.company_id = x.company_id
                     and p.entry_key = :key || substr(x.record ->> 'id', length(:advised) + 1)
               where x.company_id = :company and x.advised_id = :id)
            """)
        .param("key", key)
        .param("advised", explained.advisedKey())
        .param("company", companyId)
        .param("id", explained.advisedId())
        .query(Boolean.class)
        .single();
  }

  /** The allocations of an entry that only rules made, and that stand. */
  public List<UUID> ofRules(String companyId, UUID paymentId) {
    return jdbc.sql(
            """
            select allocation_id from allocation
             where company_id = :company and payment_id = :id and decision = 'AUTOMATIC'
               and undone_by is null and rule is distinct from 'RETURN'
             order by allocation_id
            """)
        .param("company", companyId)
        .param("id", paymentId)
        .query(UUID.class)
        .list();
  }

  /** Whether a person or a program has decided over an entry, or any of it went back. */
  public boolean decided(String companyId, UUID paymentId) {
    return jdbc.sql(
            """
            select p.returned > 0 or exists (
                     select from allocation a
                      where a.company_id = p.company_id and a.payment_id = p.payment_id
                        and (a.decision in ('CONFIRMED', 'MANUAL', 'BOOKED') or a.undone_by is not null
                             or a.rule = 'RETURN' and a.decision = 'AUTOMATIC'))
              from payment p where p.company_id = :company and p.payment_id = :id
            """)
        .param("company", companyId)
        .param("id", paymentId)
        .query(Boolean.class)
        .single();
  }
}
