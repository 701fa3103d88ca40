package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Statement;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.secret.Blinds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Days of an account of which several statements tell. Whoever asks holds the lock of the account
 * ({@link StatedEntries#lock}), so that two deliveries that come at once see each other.
 */
public final class OverlappedDays {
  /** More than a bank draws up of days that it has told of already. */
  private static final int MOST_STATEMENTS = 1_000;

  /** The statement before or after may lie over some days on which banks rest. */
  private static final int DAYS_NEAR = 10;

  /** What the name of a payment ends with into which an entry is opened. */
  private static final String PART = "'/([0-9]+|charges)$'";

  /** A payment into which an entry is opened, and of which nothing was ever allocated. */
  private static final String FREE_PART =
      """
      p.company_id = :company and p.payment_id = any(cast(:parts as uuid[])) and p.entry_key ~ %s
      and p.claimed = 0 and p.returned = 0
      and not exists (select from allocation a
                       where a.company_id = p.company_id and a.payment_id = p.payment_id)
      and not exists (select from adjustment a
                       where a.company_id = p.company_id and a.payment_id = p.payment_id)
      """
          .formatted(PART);

  private final JdbcClient jdbc;
  private final ErasedParts erased;

  /** Over this database; with the blinds, parts whose payer was erased are recognised. */
  public OverlappedDays(DataSource pool, Blinds blinds) {
    jdbc = JdbcClient.create(pool);
    erased = new ErasedParts(jdbc, blinds);
  }

  /**
   * The statements of the same account and another period that share a day with this one, and those
   * shortly before and after it.
   */
  public List<Statement> near(String companyId, Statement with) {
    return jdbc.sql(
            """
            select record from statement
             where company_id = :company and account_key = :account and currency = :currency
               and from_date <= :to + :days and to_date >= :from - :days and (from_date, to_date) <> (:from, :to)
             order by from_date, to_date limit :most
            """)
        .params(of(companyId, with))
        .param("days", DAYS_NEAR)
        .param("most", MOST_STATEMENTS)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Statement.class))
        .list();
  }

  /**
   * An entry of a statement that stands whole beside the payments into which another opened it.
   *
   * @param key what a statement calls the entry
   * @param parts the payments
   * @param adds whether they add up to it
   */
  public record Doubled(UUID paymentId, String key, List<UUID> parts, boolean adds) {}

  /** Such entries of the days of a statement. */
  public List<Doubled> doubled(String companyId, Statement within) {
    Map<String, Object> values = new HashMap<>(of(companyId, within));
    values.putAll(erased.of(companyId, within).columns());
    return jdbc.sql(
            """
            with part as (
              select p.payment_id, regexp_replace(coalesce(e.name, p.entry_key), %1$s, '') as whole,
                     coalesce(e.name, p.entry_key) like '%%/1' as first, p.direction, p.amount
                from payment p
                left join unnest(cast(:blind as text[]), cast(:name as text[])) as e (blind, name)
                     on e.blind = p.entry_key
               where p.company_id = :company and p.account_key = :account and p.currency = :currency
                 and p.booking_date between :from and :to and coalesce(e.name, p.entry_key) ~ %1$s)
            select p.payment_id, p.entry_key, array_agg(part.payment_id) as parts,
                   sum(case when part.direction = p.direction then part.amount else -part.amount end)
                     = p.amount as adds
              from payment p join part on part.whole = p.entry_key
             where p.company_id = :company and p.account_key = :account and p.currency = :currency
               and p.amount > 0
             group by p.company_id, p.payment_id
            having bool_or(part.first)
             order by p.entry_key
            """
                .formatted(PART))
        .params(values)
        .query(
            (row, number) ->
                new Doubled(
                    row.getObject("payment_id", UUID.class),
                    row.getString("entry_key"),
                    List.of((UUID[]) row.getArray("parts").getArray()),
                    row.getBoolean("adds")))
        .list();
  }

  /**
   * Lets payments into which an entry is opened wait beside it, as if a notification had told of
   * them: an entry of which a person has decided stays whole meanwhile. What rules suggested of
   * them goes with them.
   *
   * @return how many there were of which nothing was allocated
   */
  public int setAside(String companyId, Doubled whole) {
    Map<String, Object> values =
        Map.of(
            "company", companyId,
            "id", Ids.next(),
            "whole", whole.paymentId(),
            "key", whole.key(),
            "parts", whole.parts().stream().map(UUID::toString).toArray(String[]::new));
    release(values);
    jdbc.sql(
            """
            insert into advised_entry (company_id, advised_id, kind, entry_key, delivery_id, account_key,
                                       currency, direction, amount, booking_date, stated_as)
            select company_id, :id, 'NOTIFICATION', entry_key, delivery_id, account_key, currency, direction,
                   amount, booking_date, payment_id
              from payment where company_id = :company and payment_id = :whole
            on conflict (company_id, kind, entry_key) do nothing
            """)
        .params(values)
        .update();
    // so that it counts in no sum when it goes
    int parts =
        jdbc.sql("update payment p set amount = 0 where " + FREE_PART).params(values).update();
    jdbc.sql(
            """
            with gone as (
              delete from payment p
               where %s
              returning p.ordinal, p.entry_key, p.record),
            kept as (
              insert into advised_payment (company_id, advised_id, ordinal, record)
              select a.company_id, a.advised_id, row_number() over (order by gone.ordinal),
                     gone.record - 'source' || jsonb_build_object('id', gone.entry_key)
                from gone join advised_entry a
                     on a.company_id = :company and a.kind = 'NOTIFICATION' and a.entry_key = :key
              on conflict (company_id, advised_id, ordinal) do nothing)
            select count(*) from gone
            """
                .formatted(FREE_PART))
        .params(values)
        .query(Integer.class)
        .single();
    return parts;
  }

  /** Lets nothing hold on to the parts of an entry that waits for nobody's answer. */
  private void release(Map<String, Object> values) {
    jdbc.sql(
            """
            delete from allocation
             where company_id = :company and payment_id = any(cast(:parts as uuid[]))
               and decision = 'SUGGESTED'
            """)
        .params(values)
        .update();
    jdbc.sql(
            """
            update advised_entry set stated_as = case when entry_key = :key then :whole end
             where company_id = :company and stated_as = any(cast(:parts as uuid[]))
            """)
        .params(values)
        .update();
  }

  /** Money of one day that came, or that left. */
  public record Way(LocalDate day, Direction direction) {}

  /**
   * What moved on an account on one day in one direction, negative where money left.
   *
   * @param all by the ledger
   * @param brought of it, what one statement brought first
   * @param any whether it brought any that counts
   */
  public record Moved(BigDecimal all, BigDecimal brought, boolean any) {}

  /**
   * What the ledger says of each day of a statement, in each direction.
   *
   * @param first the ordinal at which the entries of the statement begin in their delivery
   */
  public Map<Way, Moved> moved(String companyId, Statement within, UUID deliveryId, int first) {
    Map<Way, Moved> days = new HashMap<>();
    jdbc.sql(
            """
            select booking_date, direction, sum(signed) as all_of_it,
                   coalesce(sum(signed) filter (where brought), 0) as brought,
                   bool_or(brought and signed <> 0) as any
              from (select booking_date, direction, case direction when 'IN' then amount else -amount end as signed,
                           delivery_id = :delivery and ordinal >= :first as brought
                      from payment
                     where company_id = :company and account_key = :account and currency = :currency
                       and booking_date between :from and :to) entries
             group by booking_date, direction
            """)
        .params(of(companyId, within))
        .param("delivery", deliveryId)
        .param("first", first)
        .query(
            row -> {
              days.put(
                  new Way(
                      Objects.requireNonNull(row.getObject("booking_date", LocalDate.class)),
                      Direction.valueOf(row.getString("direction"))),
                  new Moved(
                      row.getBigDecimal("all_of_it"),
                      row.getBigDecimal("brought"),
                      row.getBoolean("any")));
            });
    return days;
  }

  static Map<String, Object> of(String companyId, Statement said) {
    return Map.of(
        "company", companyId,
        "account", said.account().key(),
        "currency", said.currency().getCode(),
        "from", said.from(),
        "to", said.to());
  }
}
