package org.dunlin.connectors.program.total;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.Totals.Included;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.core.port.HttpReply;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a program says is owed becomes sums without gaps, or is refused. */
class TotalsPageTest {
  private static final Facts FACTS = Facts.NONE.with("company.currency", "EUR");

  private final Program program =
      Sketch.program(
          """
          capabilities: [read.customers, read.totals]
          base: https://api.example.test
          authorisation: {kind: none}
          streams:
            customers:
              gives: [read.customers]
              every: PT1H
              request: {path: /customers}
              records: .
              key: .id
              mapping: customers.jslt
          totals:
            includes: [invoices, payments]
            request: {path: /owed, query: {page: "{page.number}"}}
            records: .rows
            paging: {kind: page, first: 1, size: 2}
            key: .id
            customer: .customer
            currency: first(.currency, $company.currency)
            outstanding: .owed
            total: .total
          """);
  private final Totals totals = Objects.requireNonNull(program.manifest().totals());

  @Test
  void rowsAreReadPageByPageAndThoseOfNothingArePassedOver() {
    PullState first = begin();
    TotalsRead.Page page =
        page(
            first,
            """
            {"rows": [{"id": "1", "customer": "c-1", "owed": 12.5},
                      {"id": "2", "customer": "c-2", "owed": "0.00"}], "total": "20.00"}
            """);

    assertThat(page.rows())
        .containsExactly(new TotalsRow("1", "c-1", null, Money.of(CurrencyUnit.EUR, 12.5)));
    assertThat(page.total()).isEqualTo(Money.of(CurrencyUnit.EUR, 20));
    PullState second = Objects.requireNonNull(page.next());
    assertThat(Pull.of(program, totals).request(second, FACTS).address()).hasQuery("page=2");
    TotalsRead.Page last =
        page(second, "{\"rows\": [{\"id\": \"3\", \"owed\": -1, \"currency\": \"USD\"}]}");

    assertThat(last.next()).isNull();
    assertThat(last.rows())
        .containsExactly(new TotalsRow("3", "", null, Money.of(CurrencyUnit.USD, -1)));
  }

  @Test
  void aRowThatCannotBeReadRefusesThePage() {
    assertThat(sentence("{\"rows\": [{\"id\": \"1\", \"owed\": \"much\"}]}")).contains("no amount");
    assertThat(sentence("{\"rows\": [{\"id\": \"1\", \"owed\": 1, \"currency\": \"XYZ\"}]}"))
        .contains("no currency");
    assertThat(sentence("{\"rows\": [{\"id\": \"1\", \"owed\": 0.001}]}")).isNotBlank();
    assertThat(sentence("{\"rows\": [{\"owed\": 1}]}")).contains("no key");
    assertThat(sentence("{\"message\": \"maintenance\"}")).contains("no list");
  }

  @Test
  void theManifestSaysWhatTheFigureIsMadeOf() {
    assertThat(totals.has(Included.INVOICES)).isTrue();
    assertThat(totals.has(Included.PAYMENTS)).isTrue();
    assertThat(totals.has(Included.CREDIT_NOTES)).isFalse();
  }

  private PullState begin() {
    return Pull.of(program, totals).begin(Purpose.POLL, null, Instant.EPOCH);
  }

  private TotalsRead read(PullState state, String body) {
    HttpReply reply = new HttpReply(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    return new TotalsPage(program, totals).read(state, reply, FACTS);
  }

  private TotalsRead.Page page(PullState state, String body) {
    return (TotalsRead.Page) read(state, body);
  }

  private String sentence(String body) {
    return ((TotalsRead.Refused) read(begin(), body)).sentence();
  }
}
