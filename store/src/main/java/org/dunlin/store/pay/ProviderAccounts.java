package org.dunlin.store.pay;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
  /**
   * Payouts and entries, of which no more are looked at than are shown, but for those that wait.
   */
  private static final String LATEST =
      """
      o as (select * from payment
             where company_id = :company and kind = 'PAYOUT' and direction = 'OUT'
             order by booking_date desc, payment_id desc limit :most),
      x as (select * from payout_entry
             where company_id = :company and payout_id in (select payment_id from o)
            union all
            select * from payout_entry
             where company_id = :company and payout_id is null and found_by <> 'REFUSED')
      """;

  private static final String OF_PAYMENT =
      """
      x as (select * from payout_entry
             where company_id = :company and found_by <> 'REFUSED' and (entry_id = :id or payout_id = :id)),
      o as (select * from payment
             where company_id = :company and kind = 'PAYOUT' and direction = 'OUT'
               and payment_id in (select cast(:id as uuid) union all select payout_id from x))
      """;

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
   * @param onItsWay what of the payouts no bank had shown
   * @param last the last day on which something moved
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
      Money onItsWay,
      LocalDate last) {
    /** What the provider owes the company: what is still there, and what is on its way. */
    public Money owed() {
      return left.plus(onItsWay);
    }

    /** What came or left otherwise than by these: above zero where it came. */
    public Money other() {
      return left.plus(paidOut).plus(returned).plus(fees).minus(cameIn);
    }
  }

  /**
   * What moved on an account on one day.
   *
   * @param left what was there at its end
   */
  public record Day(
      LocalDate on, Money cameIn, Money fees, Money returned, Money paidOut, Money left) {}

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

  /** The accounts at providers to which the company is connected, with all that was read. */
  public List<Account> of(String companyId) {
    return of(companyId, null, null);
  }

  /**
   * The accounts as they stood at the end of a day.
   *
   * @param provider the program of which; null: of all to which the company is connected
   * @param on the day; null: with all that was read
   */
  public List<Account> of(String companyId, @Nullable String provider, @Nullable LocalDate on) {
    return jdbc.sql(
            """
            select provider, number, currency, sum(came_in) as came_in, sum(fees) as fees, sum(booked) as booked,
                   sum(returned) as returned, sum(paid_out) as paid_out, sum(left_there) as left_there,
                   sum(paid_out) - sum(arrived) as on_its_way,
                   max(booking_date) filter (where payments > 0) as last
              from provider_day_kept
             where company_id = :company
               and provider in (select program from connection c
                                 where c.company_id = :company and c.program = coalesce(:provider, c.program))
               and booking_date <= coalesce(:on, booking_date)
             group by provider, number, currency having sum(payments) > 0
             order by provider, number, currency
            """)
        .param("company", companyId)
        .param("provider", provider, Types.VARCHAR)
        .param("on", on, Types.DATE)
        .query(ProviderAccounts::account)
        .list();
  }

  /**
   * What moved on an account of a company, the latest days first.
   *
   * @param provider the program
   * @param until the last day that is looked at
   */
  public List<Day> days(
      String companyId,
      String provider,
      String number,
      CurrencyUnit currency,
      LocalDate until,
      int most) {
    return jdbc.sql(
            """
            select booking_date as last, came_in, fees, returned, paid_out,
                   sum(left_there) over (order by booking_date) as left_there
              from provider_day_kept
             where company_id = :company and provider = :provider and number = :number and currency = :currency
               and provider in (select program from connection c where c.company_id = :company)
               and booking_date <= :until and payments > 0
             order by booking_date desc limit :most
            """)
        .param("company", companyId)
        .param("provider", provider)
        .param("number", number)
        .param("currency", currency.getCode())
        .param("until", until)
        .param("most", most)
        .query((row, at) -> day(row, currency))
        .list();
  }

  /** The latest payouts and entries that wait for theirs, the newest first. */
  public List<Payout> payouts(String companyId, int most) {
    return payouts(LATEST, companyId, null, most);
  }

  /** The payout of which this payment is the one end or the other. */
  public Optional<Payout> payout(String companyId, UUID paymentId) {
    return payouts(OF_PAYMENT, companyId, paymentId, 1).stream().findFirst();
  }

  private List<Payout> payouts(String which, String companyId, @Nullable UUID paymentId, int most) {
    return jdbc.sql(
            """
            with %s
            select coalesce(o.record ->> 'accountScheme', x.provider) as provider,
                   o.payment_id as payout, o.booking_date as left_on, o.amount, o.currency,
                   o.record ->> 'endToEndId' as reference, x.found_by,
                   e.payment_id as entry, e.booking_date as arrived_on, e.amount as arrived, e.currency as came_as
              from o full join x on x.payout_id = o.payment_id
              left join payment e on e.company_id = :company and e.payment_id = x.entry_id
             order by coalesce(o.booking_date, e.booking_date) desc, coalesce(o.payment_id, e.payment_id) desc
             limit :most
            """
                .formatted(which))
        .param("company", companyId)
        .param("id", paymentId)
        .param("most", most)
        .query(ProviderAccounts::row)
        .list();
  }

  static Account account(ResultSet row, int number) throws SQLException {
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
        Money.of(currency, row.getBigDecimal("on_its_way")),
        row.getObject("last", LocalDate.class));
  }

  private static Day day(ResultSet row, CurrencyUnit currency) throws SQLException {
    return new Day(
        row.getObject("last", LocalDate.class),
        Money.of(currency, row.getBigDecimal("came_in")),
        Money.of(currency, row.getBigDecimal("fees")),
        Money.of(currency, row.getBigDecimal("returned")),
        Money.of(currency, row.getBigDecimal("paid_out")),
        Money.of(currency, row.getBigDecimal("left_there")));
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
