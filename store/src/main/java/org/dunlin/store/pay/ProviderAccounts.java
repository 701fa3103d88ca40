package org.dunlin.store.pay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.pay.PayoutEntries.FoundBy;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What payment providers hold for a company, and what of it they paid out. */
public final class ProviderAccounts {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public ProviderAccounts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An account at a provider in one currency, as far as the hub has read it.
   *
   * @param provider the program
   * @param fees what the provider kept, less what it gave back of that
   * @param booked what of the fees an accounting program has booked
   * @param returned what went back to payers
   * @param paidOut what went to the company's bank, less what came back
   * @param left what is still there: what came in less all of these and whatever else left
   */
  public record Account(
      String provider,
      String number,
      Money cameIn,
      Money fees,
      Money booked,
      Money returned,
      Money paidOut,
      Money left,
      LocalDate last) {}

  /**
   * What a provider paid out, or a bank's entry of it of which the provider has not told yet.
   *
   * @param payoutId absent where the provider has not told of it
   * @param amount as the provider says; absent with the payout
   * @param entryId of the bank; absent while no bank has told of it
   */
  public record Payout(
      String provider,
      @Nullable UUID payoutId,
      @Nullable LocalDate on,
      @Nullable Money amount,
      @Nullable String reference,
      @Nullable UUID entryId,
      @Nullable LocalDate arrivedOn,
      @Nullable Money arrived,
      @Nullable FoundBy foundBy) {
    /** What arrived less what was paid out; absent while one of the two is not known. */
    public Optional<Money> difference() {
      return amount == null || arrived == null
          ? Optional.empty()
          : Optional.of(arrived.minus(amount));
    }
  }

  /** Whether any provider holds, or held, money. */
  public boolean any(String companyId) {
    return jdbc.sql(
            """
            select exists (select 1 from payment p
                            where company_id = :company and record ->> 'accountScheme' is not null
                              and record ->> 'accountScheme' in
                                  (select program from connection c where c.company_id = :company))
            """)
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /** The accounts at providers to which the company is connected. */
  public List<Account> of(String companyId) {
    return jdbc.sql(
            """
            select record ->> 'accountScheme' as provider, record ->> 'accountNumber' as number, currency,
                   coalesce(sum(amount) filter (where direction = 'IN' and kind not in ('FEE', 'PAYOUT')), 0) as came_in,
                   coalesce(sum(case direction when 'OUT' then amount else -amount end)
                            filter (where kind = 'FEE'), 0) as fees,
                   coalesce(sum(case direction when 'OUT' then amount else -amount end)
                            filter (where kind = 'FEE' and exists (
                                select from fee_booking b
                                  join effect e on e.company_id = b.company_id and e.effect_id = b.effect_id
                                 where b.company_id = p.company_id and b.payment_id = p.payment_id
                                   and e.state = 'SENT')), 0) as booked,
                   coalesce(sum(amount) filter (where direction = 'OUT' and kind = 'RETURN'), 0) as returned,
                   coalesce(sum(case direction when 'OUT' then amount else -amount end)
                            filter (where kind = 'PAYOUT'), 0) as paid_out,
                   sum(case direction when 'IN' then amount else -amount end) as left_there,
                   max(booking_date) as last
              from payment p
             where company_id = :company and record ->> 'accountScheme' is not null
               and record ->> 'accountScheme' in
                   (select program from connection c where c.company_id = :company)
             group by 1, 2, 3 order by 1, 2, 3
            """)
        .param("company", companyId)
        .query(ProviderAccounts::account)
        .list();
  }

  /** The latest payouts and entries that wait for theirs, the newest first. */
  public List<Payout> payouts(String companyId, int most) {
    return payouts(
        companyId,
        "order by coalesce(o.booking_date, e.booking_date) desc, coalesce(o.payment_id, e.payment_id) desc",
        null,
        most);
  }

  /** The payout of which this payment is the one end or the other. */
  public Optional<Payout> payout(String companyId, UUID paymentId) {
    return payouts(companyId, "", paymentId, 1).stream().findFirst();
  }

  private List<Payout> payouts(String companyId, String order, @Nullable UUID paymentId, int most) {
    return jdbc.sql(
            """
            with o as (select * from payment
                        where company_id = :company and kind = 'PAYOUT' and direction = 'OUT'
                          and (cast(:id as uuid) is null or payment_id = :id or payment_id in
                               (select payout_id from payout_entry where company_id = :company and entry_id = :id))),
                 x as (select * from payout_entry
                        where company_id = :company and found_by <> 'REFUSED'
                          and (cast(:id as uuid) is null or entry_id = :id or payout_id = :id))
            select coalesce(o.record ->> 'accountScheme', x.provider) as provider,
                   o.payment_id as payout, o.booking_date as left_on, o.amount, o.currency,
                   o.record ->> 'endToEndId' as reference, x.found_by,
                   e.payment_id as entry, e.booking_date as arrived_on, e.amount as arrived, e.currency as came_as
              from o full join x on x.payout_id = o.payment_id
              left join payment e on e.company_id = :company and e.payment_id = x.entry_id
             %s limit :most
            """
                .formatted(order))
        .param("company", companyId)
        .param("id", paymentId)
        .param("most", most)
        .query(ProviderAccounts::row)
        .list();
  }

  private static Account account(ResultSet row, int number) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    return new Account(
        row.getString("provider"),
        row.getString("number"),
        Money.of(currency, row.getBigDecimal("came_in")),
        Money.of(currency, row.getBigDecimal("fees")),
        Money.of(currency, row.getBigDecimal("booked")),
        Money.of(currency, row.getBigDecimal("returned")),
        Money.of(currency, row.getBigDecimal("paid_out")),
        Money.of(currency, row.getBigDecimal("left_there")),
        row.getObject("last", LocalDate.class));
  }

  private static Payout row(ResultSet row, int number) throws SQLException {
    String foundBy = row.getString("found_by");
    return new Payout(
        row.getString("provider"),
        row.getObject("payout", UUID.class),
        row.getObject("left_on", LocalDate.class),
        money(row.getString("currency"), row.getBigDecimal("amount")),
        row.getString("reference"),
        row.getObject("entry", UUID.class),
        row.getObject("arrived_on", LocalDate.class),
        money(row.getString("came_as"), row.getBigDecimal("arrived")),
        foundBy == null ? null : FoundBy.valueOf(foundBy));
  }

  private static @Nullable Money money(@Nullable String currency, @Nullable BigDecimal amount) {
    return currency == null || amount == null ? null : Money.of(CurrencyUnit.of(currency), amount);
  }
}
