package org.dunlin.store.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Payment;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.AdvisedEntries.Part;
import org.dunlin.store.ledger.StatedEntries.Explained;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of statements that get from a notification what they are made of. */
public final class OpenedEntries {
  private final JdbcClient jdbc;

  /** Over this database. */
  public OpenedEntries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
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

  /** Locks an entry by the name that a statement gives it. */
  public Optional<Entry> lock(String companyId, String key) {
    return jdbc.sql(
            "select payment_id from payment where company_id = :company and entry_key = :key")
        .param("company", companyId)
        .param("key", key)
        .query(UUID.class)
        .optional()
        .flatMap(id -> lock(companyId, id));
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

  /**
   * Gives the entry what is said elsewhere of its only transaction. What comes again of it, with
   * that or without, is not held against it.
   */
  public void enrich(String companyId, Payment payment) {
    jdbc.sql(
            "update payment set record = cast(:record as jsonb), content = ''"
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
