package org.dunlin.store.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.AdvisedEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which advised entry tells of which entry of a statement, and what becomes of that. Whoever asks
 * holds the lock of the account until the end of the transaction, so that two deliveries that come
 * at once see each other.
 */
public final class StatedEntries {
  /** Whether a record says neither who paid nor what for. */
  private static final String BARE =
      """
      (%s.record ->> 'payerName' is null and %s.record ->> 'payerIban' is null
       and %s.record ->> 'payerAccountNumber' is null and %s.record ->> 'creditorReference' is null
       and %s.record -> 'references' is null and %s.record ->> 'endToEndId' is null)
      """;

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

  /** Notes of which entries those advised ones tell that have their names. */
  public void stateByName(String companyId, String accountKey, LocalDate since) {
    String whole = "p.entry_key = a.entry_key and p.amount + p.opened = a.amount";
    String openedByItsStatement = "p.entry_key = a.entry_key || '/1'";
    stateByName(companyId, accountKey, since, whole);
    stateByName(companyId, accountKey, since, openedByItsStatement);
  }

  private void stateByName(
      String companyId, String accountKey, LocalDate since, String condition) {
    jdbc.sql(
            """
            update advised_entry a set stated_as = p.payment_id
              from payment p
             where a.company_id = :company and a.account_key = :account and a.stated_as is null
               and a.booking_date >= :since and p.company_id = a.company_id
               and p.direction = a.direction and p.currency = a.currency and %s
            """
                .formatted(condition))
        .param("company", companyId)
        .param("account", accountKey)
        .param("since", since)
        .update();
  }

  /**
   * An advised entry and an entry of a statement that it may tell of; whatever else, both are of
   * one account, direction, currency and amount.
   *
   * @param advised the advised entry
   * @param payment the entry of the statement
   * @param strength what speaks for it: of two the greater one is the better
   */
  public record Pair(UUID advised, AdvisedEntry.Kind kind, UUID payment, int strength) {}

  /**
   * The pairs that are possible of an account now, of those whose names tell nothing.
   *
   * @param since the first booking date of advised entries that are looked at
   * @param days how far the booking dates may lie apart
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
                           and p.amount + p.opened = a.amount
                           and p.booking_date between a.booking_date - :days and a.booking_date + :days
                     cross join lateral (select p.record ->> 'x-bankReference' as bank,
                                                p.record ->> 'x-detailMessageId' as message,
                                                p.record ->> 'x-entryReference' as entry,
                                                coalesce(p.record ->> 'x-batchId', p.record ->> 'x-messageId') as batch) r
                     where a.company_id = :company and a.account_key = :account and a.stated_as is null
                       and a.booking_date >= :since
                       and p.direction = a.direction and p.currency = a.currency
                       and not exists (select from advised_entry o where o.company_id = a.company_id
                                          and o.stated_as = p.payment_id and o.kind = a.kind)) pairs
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

  /**
   * Forgets what advised entries are made of where the ledger has no use for it: the entry of the
   * statement is another sum, has its parts, or says itself what its only one says.
   */
  public void dropUseless(String companyId, String accountKey) {
    jdbc.sql(
            """
            delete from advised_payment x
             using advised_entry a, payment p
             where a.company_id = :company and a.account_key = :account and a.stated_as is not null
               and p.company_id = a.company_id and p.payment_id = a.stated_as
               and x.company_id = a.company_id and x.advised_id = a.advised_id
               and (p.amount + p.opened <> a.amount or p.opened > 0
                    or x.record ->> 'id' = a.entry_key and (not %s or %s))
            """
                .formatted(BARE.replace("%s", "p"), BARE.replace("%s", "x")))
        .param("company", companyId)
        .param("account", accountKey)
        .update();
  }

  /**
   * The entries of an account that are known and whose parts still lie with the advised one: some
   * of them, in the order of their advised ones' ids.
   *
   * @param after the advised entry of the last one before
   */
  public List<Explained> explained(String companyId, String accountKey, UUID after, int most) {
    return jdbc.sql(
            """
            select a.advised_id, a.entry_key, a.stated_as, s.parts,
                   s.sum = a.amount and p.amount + p.opened = a.amount as adds
              from (select distinct advised_id from advised_payment
                     where company_id = :company and advised_id > :after) told
              join advised_entry a on a.company_id = :company and a.advised_id = told.advised_id
              join payment p on p.company_id = a.company_id and p.payment_id = a.stated_as
             cross join lateral (
                   select count(*) as parts,
                          sum(case when x.record ->> 'direction' = a.direction then 1 else -1 end
                              * cast(x.record ->> 'amount' as numeric)) as sum
                     from advised_payment x
                    where x.company_id = a.company_id and x.advised_id = a.advised_id) s
             where a.account_key = :account
             order by a.advised_id limit :most
            """)
        .param("company", companyId)
        .param("account", accountKey)
        .param("after", after)
        .param("most", most)
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
}
