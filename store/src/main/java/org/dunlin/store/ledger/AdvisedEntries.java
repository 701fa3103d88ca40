package org.dunlin.store.ledger;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.dunlin.store.StoredRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Entries of which banks told apart from their statements, and what they are made of. */
public final class AdvisedEntries {
  private final JdbcClient jdbc;

  /** The advised entries of this database. */
  public AdvisedEntries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** An entry as a delivery brings it, with the id that it gets if it was not there. */
  public record Told(UUID id, AdvisedEntry said) {}

  /**
   * A payment of which an entry is made.
   *
   * @param ordinal its place within the entry
   */
  public record Part(UUID advisedId, int ordinal, Payment said) {}

  /** Adds entries; the ids of those that were not there. The first one stands. */
  public Set<UUID> add(String companyId, UUID deliveryId, List<Told> told) {
    return new HashSet<>(
        jdbc.sql(
                """
                insert into advised_entry (company_id, advised_id, kind, entry_key, delivery_id, account_key,
                                           currency, direction, amount, booking_date, bank_reference,
                                           entry_reference, batch, message_id)
                select :company, said.id, said.kind, said.key, :delivery, said.account, said.currency,
                       case when said.amount < 0 then 'OUT' else 'IN' end, abs(said.amount), said.date,
                       said.bank, said.entry, said.batch, said.message
                  from unnest(cast(:id as uuid[]), cast(:kind as text[]), cast(:key as text[]),
                              cast(:account as text[]), cast(:currency as text[]),
                              cast(:amount as numeric[]), cast(:date as date[]), cast(:bank as text[]),
                              cast(:entry as text[]), cast(:batch as text[]), cast(:message as text[]))
                       as said (id, kind, key, account, currency, amount, date, bank, entry, batch, message)
                on conflict (company_id, kind, entry_key) do nothing
                returning advised_id
                """)
            .param("company", companyId)
            .param("delivery", deliveryId)
            .params(columns(told))
            .query(UUID.class)
            .list());
  }

  /**
   * Lets entries that are told again, now with what they are made of, be heard where only each as a
   * whole was known; the ids that they have in place of those given.
   */
  public Map<UUID, UUID> hear(String companyId, UUID deliveryId, List<Told> fuller) {
    Map<UUID, UUID> heard = new HashMap<>();
    jdbc.sql(
            """
            with known as (
              update advised_entry a set delivery_id = :delivery
                from unnest(cast(:id as uuid[]), cast(:kind as text[]), cast(:key as text[]),
                            cast(:amount as numeric[])) as said (id, kind, key, amount)
               where a.company_id = :company and a.kind = said.kind and a.entry_key = said.key
                 and a.amount = abs(said.amount)
                 and not exists (select from advised_payment x where x.company_id = a.company_id
                                    and x.advised_id = a.advised_id and x.record ->> 'id' <> a.entry_key)
                 and not exists (select from payment p where p.company_id = a.company_id
                                    and p.payment_id = a.stated_as
                                    and (p.opened > 0 or p.entry_key = a.entry_key || '/1'))
              returning said.id, a.advised_id),
            gone as (
              delete from advised_payment x using known
               where x.company_id = :company and x.advised_id = known.advised_id)
            select id, advised_id from known
            """)
        .param("company", companyId)
        .param("delivery", deliveryId)
        .params(columns(fuller))
        .query(
            row -> {
              heard.put(row.getObject("id", UUID.class), row.getObject("advised_id", UUID.class));
            });
    return heard;
  }

  /** Adds what entries are made of. */
  public void addParts(String companyId, List<Part> parts) {
    jdbc.sql(
            """
            insert into advised_payment (company_id, advised_id, ordinal, record)
            select :company, said.id, said.ordinal, said.record
              from unnest(cast(:id as uuid[]), cast(:ordinal as int[]), cast(:record as jsonb[]))
                   as said (id, ordinal, record)
            """)
        .param("company", companyId)
        .param("id", parts.stream().map(Part::advisedId).toArray(UUID[]::new))
        .param("ordinal", parts.stream().map(Part::ordinal).toArray(Integer[]::new))
        .param(
            "record",
            parts.stream().map(part -> CanonicalWriter.line(part.said())).toArray(String[]::new))
        .update();
  }

  /** A place in the order of booking, for the pages of {@link #inFlight}. */
  public record Place(LocalDate bookingDate, UUID advisedId, int ordinal) {
    /** Before all. */
    public static final Place START = new Place(LocalDate.of(1, 1, 1), new UUID(0, 0), 0);
  }

  /** A payment that is told of and on no statement, and its place. */
  public record InFlight(Payment payment, Place place) {}

  /**
   * Money that came in by what a bank told, and that no statement shows yet although it may still:
   * a page of it, in the order of booking. What both a report and a notification tell of is there
   * once.
   *
   * @param covered the last day that the statements of each account cover
   * @param days how long after its day an entry may still come on a statement
   */
  public List<InFlight> inFlight(
      String companyId, Map<String, LocalDate> covered, int days, Place after, int most) {
    List<String> accounts = List.copyOf(covered.keySet());
    return jdbc.sql(
            """
            select p.record, a.booking_date, a.advised_id, p.ordinal
              from advised_entry a join advised_payment p using (company_id, advised_id)
              left join unnest(cast(:accounts as text[]), cast(:until as date[])) as c (account_key, until)
                   on c.account_key = a.account_key
             where a.company_id = :company and a.stated_as is null
               and (c.until is null or a.booking_date + :days > c.until)
               and p.record ->> 'direction' = 'IN'
               and (a.booking_date, a.advised_id, p.ordinal) > (:date, :id, :ordinal)
               and not (a.kind = 'REPORT' and exists (
                     select from advised_entry n where n.company_id = a.company_id
                        and n.kind = 'NOTIFICATION' and n.entry_key = a.entry_key))
             order by a.booking_date, a.advised_id, p.ordinal limit :most
            """)
        .param("company", companyId)
        .param("accounts", accounts.toArray(String[]::new))
        .param(
            "until",
            accounts.stream()
                .map(account -> String.valueOf(covered.get(account)))
                .toArray(String[]::new))
        .param("days", days)
        .param("date", after.bookingDate())
        .param("id", after.advisedId())
        .param("ordinal", after.ordinal())
        .param("most", most)
        .query(
            (row, number) ->
                new InFlight(
                    StoredRecord.of(row.getString("record"), Payment.class),
                    new Place(
                        row.getObject("booking_date", LocalDate.class),
                        row.getObject("advised_id", UUID.class),
                        row.getInt("ordinal"))))
        .list();
  }

  /**
   * What is kept of a person whose money was told of, whether it is on a statement or not.
   *
   * @param ibans the person's accounts
   */
  public List<Payment> of(String companyId, List<String> ibans, String name) {
    return jdbc.sql(
            """
            select record from advised_payment
             where company_id = :company
               and (record ->> 'payerIban' = any(:ibans) or lower(record ->> 'payerName') = lower(:name))
             order by advised_id, ordinal
            """)
        .param("company", companyId)
        .param("ibans", ibans.toArray(String[]::new))
        .param("name", name)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Payment.class))
        .list();
  }

  /**
   * Forgets what is kept of a person whose money was told of and is on no statement.
   *
   * @param ibans the person's accounts
   */
  public void forget(String companyId, List<String> ibans, String name) {
    jdbc.sql(
            """
            delete from advised_payment
             where company_id = :company
               and (record ->> 'payerIban' = any(:ibans) or lower(record ->> 'payerName') = lower(:name))
            """)
        .param("company", companyId)
        .param("ibans", ibans.toArray(String[]::new))
        .param("name", name)
        .update();
  }

  private static Map<String, Object> columns(List<Told> told) {
    return Map.ofEntries(
        Map.entry("id", told.stream().map(Told::id).toArray(UUID[]::new)),
        Map.entry("kind", texts(told, said -> said.kind().name())),
        Map.entry("key", texts(told, AdvisedEntry::id)),
        Map.entry("account", texts(told, said -> said.account().key())),
        Map.entry("currency", texts(told, said -> said.amount().getCurrencyUnit().getCode())),
        Map.entry("amount", texts(told, said -> said.amount().getAmount().toPlainString())),
        Map.entry("date", texts(told, said -> said.bookingDate().toString())),
        Map.entry("bank", texts(told, said -> said.references().bankReference())),
        Map.entry("entry", texts(told, said -> said.references().entryReference())),
        Map.entry("batch", texts(told, AdvisedEntries::batch)),
        Map.entry("message", texts(told, AdvisedEntry::message)));
  }

  /** Of a batch its own number, else the message in which it was ordered. */
  private static @Nullable String batch(AdvisedEntry said) {
    String own = said.references().batchId();
    return own != null ? own : said.references().messageId();
  }

  private static String[] texts(List<Told> told, Function<AdvisedEntry, @Nullable String> field) {
    return IntStream.range(0, told.size())
        .mapToObj(i -> field.apply(told.get(i).said()))
        .toArray(String[]::new);
  }
}
