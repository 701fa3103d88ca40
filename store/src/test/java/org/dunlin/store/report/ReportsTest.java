package org.dunlin.store.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.figure.Period;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Rows;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What reports say, and to what they can be narrowed. */
class ReportsTest {
  private static final Period PERIOD = new Period(Rows.DAY.minusDays(30), Rows.DAY);

  private final Rows rows = new Rows();

  @AfterEach
  void close() {
    rows.close();
  }

  private UUID customerOf(UUID invoice) {
    return rows.jdbc()
        .sql("select customer_id from invoice where invoice_id = ?")
        .param(invoice)
        .query(UUID.class)
        .single();
  }

  private void set(String table, String to, String key, UUID id) {
    rows.jdbc()
        .sql("update " + table + " set " + to + " where " + key + " = :id")
        .param("id", id)
        .update();
  }

  private Reports.Asked asked(Report report, Map<ReportFilter, String> filters) {
    return new Reports.Asked(
        report, PERIOD, report == Report.AGEING ? CurrencyUnit.EUR : null, filters, Rows.DAY);
  }

  /** All values of a column, read so many rows a page. */
  private List<@Nullable Object> column(
      Report report, String key, Map<ReportFilter, String> filters, int aPage) {
    int at = report.columns().stream().map(Column::key).toList().indexOf(key);
    List<@Nullable Object> values = new ArrayList<>();
    Cursor place = null;
    do {
      Page<Reports.Row> page =
          rows.stores.figures().reports().page("acme", asked(report, filters), place, aPage);
      page.items().forEach(row -> values.add(row.values().get(at)));
      place = page.next();
    } while (place != null);
    return values;
  }

  private List<@Nullable Object> numbers(Map<ReportFilter, String> filters) {
    return column(Report.OPEN_ITEMS, "number", filters, 10);
  }

  private void reminded(String id, UUID invoice, String... amounts) {
    List<ActionItem> items = new ArrayList<>();
    for (int i = 0; i < amounts.length; i++) {
      items.add(
          new ActionItem(
              invoice.toString(), Rows.DAY.minusDays(20 + i), "first", Money.parse(amounts[i])));
    }
    rows.stores
        .actions()
        .add(
            "acme",
            new Action(
                id,
                customerOf(invoice).toString(),
                "plan of " + id,
                "first",
                Channel.EMAIL,
                Rows.DAY.minusDays(1),
                ActionState.SENT,
                items,
                List.of()));
  }

  @Test
  void aReminderIsToldOnceForEachCurrencyAlsoWhereAPageEndsBetweenThem() {
    reminded("a", rows.invoice("acme", "1", "100.00"), "EUR 10.00", "USD 7.00", "EUR 5.00");
    reminded("b", rows.invoice("acme", "2", "100.00"), "CHF 3.00");

    for (int aPage : new int[] {1, 2, 10}) {
      assertThat(column(Report.STEPS, "asked", Map.of(), aPage))
          .containsExactly(
              Money.parse("EUR 15.00"), Money.parse("USD 7.00"), Money.parse("CHF 3.00"));
    }
    assertThat(column(Report.STEPS, "asked", Map.of(ReportFilter.PLAN, "plan of b"), 10))
        .containsExactly(Money.parse("CHF 3.00"));
    assertThat(
            rows.stores
                .figures()
                .reports()
                .page(
                    "acme",
                    new Reports.Asked(Report.STEPS, PERIOD, CurrencyUnit.USD, Map.of(), Rows.DAY),
                    null,
                    10)
                .items())
        .hasSize(1);
  }

  @Test
  void whoHasCreditAloneStandsInTheAgeingAfterThoseWhoOwe() {
    UUID note = rows.invoice("acme", "credit", "40.00");
    set("invoice", "kind = 'CREDIT_NOTE'", "invoice_id", note);
    rows.invoice("acme", "1", "100.00");

    for (int aPage : new int[] {1, 10}) {
      assertThat(column(Report.AGEING, "open", Map.of(), aPage))
          .containsExactly(Rows.euros("100.00"), Rows.euros("0.00"));
    }
    assertThat(column(Report.AGEING, "credit", Map.of(), 10))
        .containsExactly(Rows.euros("0.00"), Rows.euros("40.00"));
    set("invoice", "status = 'PAID', outstanding = 0", "invoice_id", note);
    assertThat(column(Report.AGEING, "credit", Map.of(), 10)).hasSize(1);
  }

  @Test
  void rowsAreNarrowedToASegmentOrACountryOfTheCustomerOrAConnection() {
    UUID first = rows.invoice("acme", "1", "100.00");
    UUID second = rows.invoice("acme", "2", "100.00");
    set(
        "customer",
        "record = record || '{\"segments\": [\"sme\", \"north\"], \"address\": {\"country\":"
            + " \"BE\"}}'",
        "customer_id",
        customerOf(first));
    set("invoice", "connection_id = 'other'", "invoice_id", second);

    assertThat(numbers(Map.of())).containsExactlyInAnyOrder("1", "2");
    assertThat(numbers(Map.of(ReportFilter.SEGMENT, "north"))).containsExactly("1");
    assertThat(numbers(Map.of(ReportFilter.SEGMENT, "nor"))).isEmpty();
    assertThat(numbers(Map.of(ReportFilter.COUNTRY, "BE"))).containsExactly("1");
    assertThat(numbers(Map.of(ReportFilter.CONNECTION, "other"))).containsExactly("2");
    assertThat(numbers(Map.of(ReportFilter.CONNECTION, "other", ReportFilter.COUNTRY, "BE")))
        .isEmpty();
    assertThat(column(Report.AGEING, "customer", Map.of(ReportFilter.COUNTRY, "BE"), 10))
        .hasSize(1);
  }

  @Test
  void everyFilterOfEveryReportIsUnderstood() {
    for (Report report : Report.values()) {
      for (ReportFilter filter : report.filters()) {
        assertThat(column(report, report.columns().getFirst().key(), Map.of(filter, "none"), 1))
            .as("%s of %s", filter, report)
            .isEmpty();
      }
    }
  }

  @Test
  void aFilterThatAReportDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> asked(Report.PAYMENTS, Map.of(ReportFilter.SEGMENT, "sme")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Report.COLLECTION.filters()).isEmpty();
  }

  @Test
  void whatIsWrittenIsTakenAsItIsKept() {
    assertThat(ReportFilter.COUNTRY.plain(" nl ")).isEqualTo("NL");
    assertThat(ReportFilter.SEGMENT.plain(" SME ")).isEqualTo("SME");
  }
}
