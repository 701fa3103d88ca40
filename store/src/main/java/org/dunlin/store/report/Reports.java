package org.dunlin.store.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.core.figure.Period;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Reads reports, a page at a time. */
public final class Reports {
  private final JdbcClient jdbc;

  /** The reports of this database. */
  public Reports(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What is asked of a report.
   *
   * @param period of those that are of one
   * @param currency the only one that is wanted; absent: all. Of AGEING one is needed
   * @param filters what the rows are narrowed to, each in its {@link ReportFilter#plain} form
   * @param today the company's business date
   */
  public record Asked(
      Report report,
      Period period,
      @Nullable CurrencyUnit currency,
      Map<ReportFilter, String> filters,
      LocalDate today) {
    /**
     * Throws {@link IllegalArgumentException} where no currency is named and one is needed, or the
     * report has no such filter.
     */
    public Asked {
      if (report == Report.AGEING && currency == null) {
        throw new IllegalArgumentException("ageing is of one currency");
      }
      filters = Map.copyOf(filters);
      if (!report.filters().containsAll(filters.keySet())) {
        throw new IllegalArgumentException(report + " has not all of " + filters.keySet());
      }
    }

    /** All that the rows are narrowed to beside the period, such as {@code country=NL}. */
    public String narrowed() {
      return filters.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(each -> " " + each.getKey().key() + "=" + each.getValue())
          .collect(Collectors.joining());
    }
  }

  /**
   * A row.
   *
   * @param values of each column of the report, in their order: a text, a {@link LocalDate}, a
   *     {@link Money} or a {@link BigDecimal}; null where nothing is known
   */
  public record Row(List<@Nullable Object> values) {}

  private record Placed(Row row, Cursor place) {}

  /** A page of a report, which begins behind this place; absent: at its beginning. */
  public Page<Row> page(String companyId, Asked asked, @Nullable Cursor after, int most) {
    CurrencyUnit currency = asked.currency();
    ReportQueries.Query query = ReportQueries.of(asked.report());
    StatementSpec statement =
        jdbc.sql(query.text(after != null, currency != null, asked.filters().keySet()))
            .param("company", companyId)
            .param("today", asked.today())
            .param("from", asked.period().from())
            .param("to", asked.period().to())
            .param("most", most + 1);
    if (currency != null) {
      statement = statement.param("currency", currency.getCode());
    }
    for (Map.Entry<ReportFilter, String> each : asked.filters().entrySet()) {
      statement = statement.param(each.getKey().key(), each.getValue());
    }
    if (after != null) {
      statement =
          statement
              .param("at1", first(asked.report(), after))
              .param("at2", second(asked.report(), after));
      if (asked.report() == Report.STEPS) {
        statement = statement.param("at3", after.string(2));
      }
    }
    List<Placed> rows = statement.query((row, number) -> placed(asked.report(), row)).list();
    return Page.of(rows, most, Placed::place).map(Placed::row);
  }

  private static Object first(Report report, Cursor place) {
    return report == Report.AGEING ? place.decimal(0) : infinite(place);
  }

  /** An instalment without a day lies on infinity. */
  private static String infinite(Cursor place) {
    return place.string(0).equals("infinity") ? "infinity" : place.date(0).toString();
  }

  private static Object second(Report report, Cursor place) {
    return report == Report.COLLECTION || report == Report.STEPS ? place.string(1) : place.id(1);
  }

  private static Placed placed(Report report, ResultSet row) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Column column : report.columns()) {
      values.add(value(row, column));
    }
    return new Placed(new Row(values), place(report, row));
  }

  /** A step is told once a currency. */
  private static Cursor place(Report report, ResultSet row) throws SQLException {
    return report == Report.STEPS
        ? Cursor.at(row.getString("at1"), row.getString("at2"), row.getString("at3"))
        : Cursor.at(row.getString("at1"), row.getString("at2"));
  }

  private static @Nullable Object value(ResultSet row, Column column) throws SQLException {
    return switch (column.type()) {
      case TEXT, WORD, CUSTOMER, INVOICE -> row.getString(column.key());
      case DAY -> row.getObject(column.key(), LocalDate.class);
      case NUMBER -> row.getBigDecimal(column.key());
      case MONEY -> money(row.getString("currency"), row.getBigDecimal(column.key()));
    };
  }

  private static @Nullable Money money(@Nullable String currency, @Nullable BigDecimal amount) {
    return currency == null || amount == null ? null : Money.of(CurrencyUnit.of(currency), amount);
  }
}
