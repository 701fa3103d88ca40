package org.dunlin.store.figure;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.core.figure.StandingDay;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How companies stood, day by day. */
public final class StandingDays {
  private final JdbcClient jdbc;

  StandingDays(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Whether a day was counted already. */
  public boolean counted(String companyId, LocalDate day) {
    return jdbc.sql(
            "select exists (select from standing_day where company_id = :company and on_date ="
                + " :day)")
        .param("company", companyId)
        .param("day", day)
        .query(Boolean.class)
        .single();
  }

  /** Notes a day in one currency; nothing where it is noted already. */
  public void add(String companyId, StandingDay day) {
    jdbc.sql(
            """
            insert into standing_day (company_id, on_date, currency, not_due, up_to_30, up_to_60, up_to_90, over_90,
                                      credit, invoices, customers, dso, dso_average, dso_best, effectiveness,
                                      beyond_goal)
            values (:company, :on, :currency, :notDue, :upTo30, :upTo60, :upTo90, :over90, :credit, :invoices,
                    :customers, :dso, :average, :best, :effectiveness, :beyond)
            on conflict do nothing
            """)
        .param("company", companyId)
        .param("on", day.on())
        .param("currency", day.credit().getCurrencyUnit().getCode())
        .param("notDue", day.notDue().getAmount())
        .param("upTo30", day.upTo30().getAmount())
        .param("upTo60", day.upTo60().getAmount())
        .param("upTo90", day.upTo90().getAmount())
        .param("over90", day.over90().getAmount())
        .param("credit", day.credit().getAmount())
        .param("invoices", day.invoices())
        .param("customers", day.customers())
        .param("dso", day.dso())
        .param("average", day.dsoAverage())
        .param("best", day.dsoBest())
        .param("effectiveness", day.effectiveness())
        .param("beyond", amount(day.beyondGoal()))
        .update();
  }

  /** The first day that was counted; empty where none was. */
  public Optional<LocalDate> first(String companyId) {
    return jdbc.sql("select min(on_date) from standing_day where company_id = :company")
        .param("company", companyId)
        .query(LocalDate.class)
        .optional();
  }

  /**
   * The last day until this one that was counted; empty where none was.
   *
   * @param notBefore older ones say nothing of it
   */
  public Optional<LocalDate> lastUntil(String companyId, LocalDate day, LocalDate notBefore) {
    return jdbc.sql(
            "select max(on_date) from standing_day where company_id = :company"
                + " and on_date between :from and :day")
        .param("company", companyId)
        .param("from", notBefore)
        .param("day", day)
        .query(LocalDate.class)
        .optional();
  }

  /** The counted days of a period in their order, and of each its currencies. */
  public List<StandingDay> between(String companyId, LocalDate from, LocalDate to) {
    return jdbc.sql(
            "select * from standing_day where company_id = :company and on_date between :from and"
                + " :to order by on_date, currency")
        .param("company", companyId)
        .param("from", from)
        .param("to", to)
        .query(StandingDays::row)
        .list();
  }

  private static StandingDay row(ResultSet row, int number) throws SQLException {
    CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
    BigDecimal beyond = row.getBigDecimal("beyond_goal");
    return new StandingDay(
        row.getObject("on_date", LocalDate.class),
        Money.of(currency, row.getBigDecimal("not_due")),
        Money.of(currency, row.getBigDecimal("up_to_30")),
        Money.of(currency, row.getBigDecimal("up_to_60")),
        Money.of(currency, row.getBigDecimal("up_to_90")),
        Money.of(currency, row.getBigDecimal("over_90")),
        Money.of(currency, row.getBigDecimal("credit")),
        row.getInt("invoices"),
        row.getInt("customers"),
        row.getBigDecimal("dso"),
        row.getBigDecimal("dso_average"),
        row.getBigDecimal("dso_best"),
        row.getBigDecimal("effectiveness"),
        beyond == null ? null : Money.of(currency, beyond));
  }

  private static @Nullable BigDecimal amount(@Nullable Money money) {
    return money == null ? null : money.getAmount();
  }
}
