package org.dunlin.store.pay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.ledger.PaymentState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which entries of banks bring what payment providers paid out. */
public final class PayoutEntries {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public PayoutEntries(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** By what an entry was recognised, the surest first. */
  public enum FoundBy {
    /** It names the provider's settlement. */
    REFERENCE,
    /** The provider's name, and the amount on the days of one payout only. */
    AMOUNT,
    /** It came from an account from which the provider has paid out before. */
    ACCOUNT,
    /** The name of the provider. */
    NAME,
    /** A person has said that it is none. */
    REFUSED
  }

  /**
   * An entry of a bank and the payout that it brings.
   *
   * @param provider the program of the provider
   * @param payoutId absent while the provider has not told of it
   */
  public record Pair(UUID entryId, String provider, @Nullable UUID payoutId, FoundBy foundBy) {}

  /** Payouts since a day of which no bank has told yet, oldest first. */
  public List<PaymentState> open(String companyId, LocalDate since) {
    return jdbc.sql(
            """
            select p.record, p.claimed, p.returned from payment p
             where p.company_id = :company and p.kind = 'PAYOUT' and p.direction = 'OUT'
               and p.booking_date >= :since
               and not exists (select 1 from payout_entry e
                                where e.company_id = p.company_id and e.payout_id = p.payment_id)
             order by p.booking_date, p.payment_id
            """)
        .param("company", companyId)
        .param("since", since)
        .query(PaymentState::row)
        .list();
  }

  /** Entries that wait for the provider to tell of their payout. */
  public List<Pair> waiting(String companyId) {
    return pairs("payout_id is null and found_by <> 'REFUSED'", companyId, null);
  }

  /** Entries that a person said are none. */
  public Set<UUID> refused(String companyId) {
    return new TreeSet<>(
        pairs("found_by = 'REFUSED'", companyId, null).stream().map(Pair::entryId).toList());
  }

  /** The pair of which this payment is the one or the other. */
  public Optional<Pair> of(String companyId, UUID paymentId) {
    return pairs(
            "(entry_id = :id or payout_id = :id) and found_by <> 'REFUSED'", companyId, paymentId)
        .stream()
        .findFirst();
  }

  /** Notes that an entry brings a payout; the row of one that waited is completed. */
  public void note(String companyId, Pair pair) {
    jdbc.sql(
            """
            insert into payout_entry (company_id, entry_id, provider, payout_id, found_by)
            values (:company, :entry, :provider, :payout, :by)
            on conflict (company_id, entry_id) do update
               set payout_id = excluded.payout_id, provider = excluded.provider, found_by = excluded.found_by
             where payout_entry.payout_id is null and payout_entry.found_by <> 'REFUSED'
            """)
        .param("company", companyId)
        .param("entry", pair.entryId())
        .param("provider", pair.provider())
        .param("payout", pair.payoutId())
        .param("by", pair.foundBy().name())
        .update();
  }

  /** A person says that the entry brings none; nothing where nobody took it for one. */
  public void refuse(String companyId, UUID entryId) {
    jdbc.sql(
            "update payout_entry set found_by = 'REFUSED', payout_id = null, found_at = now()"
                + " where company_id = :company and entry_id = :entry")
        .param("company", companyId)
        .param("entry", entryId)
        .update();
  }

  /** The accounts from which a provider has paid out: keys of payers of entries with a payout. */
  public Set<String> accounts(String companyId, String provider) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select distinct p.record ->> 'payerIban' as account
                  from payout_entry e
                  join payment p on p.company_id = e.company_id and p.payment_id = e.entry_id
                 where e.company_id = :company and e.provider = :provider and e.payout_id is not null
                   and p.record ->> 'payerIban' is not null
                """)
            .param("company", companyId)
            .param("provider", provider)
            .query(String.class)
            .list());
  }

  private List<Pair> pairs(String condition, String companyId, @Nullable UUID id) {
    return jdbc.sql(
            "select entry_id, provider, payout_id, found_by from payout_entry"
                + " where company_id = :company and "
                + condition
                + " order by entry_id")
        .param("company", companyId)
        .param("id", id)
        .query(
            (row, number) ->
                new Pair(
                    row.getObject("entry_id", UUID.class),
                    row.getString("provider"),
                    row.getObject("payout_id", UUID.class),
                    FoundBy.valueOf(row.getString("found_by"))))
        .list();
  }
}
