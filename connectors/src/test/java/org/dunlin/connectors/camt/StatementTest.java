package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StatementTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final String PERIOD =
      "<FrToDt><FrDtTm>2026-11-20T00:00:00</FrDtTm><ToDtTm>2026-11-20T23:59:59.999</ToDtTm></FrToDt>";

  @Test
  void aStatementIsReadAsItStands() {
    assertThat(Sample.version02().statements())
        .containsExactly(
            new Statement(
                "NL44RABO0123456789/2026-224",
                AccountId.ofIban("NL44RABO0123456789"),
                CurrencyUnit.EUR,
                DAY,
                DAY,
                Money.parse("EUR -100.00"),
                Money.parse("EUR 1032.50"),
                3,
                null));
  }

  @Test
  void anAccountWithoutIbanKeepsItsNumberAndScheme() {
    Statement statement = Sample.version08().statements().get(0);

    assertThat(statement.account()).isEqualTo(new AccountId(null, "123-456", "BBAN"));
    assertThat(statement.id()).isEqualTo("BBAN:123-456/77");
  }

  @Test
  void thePreviousClosingBalanceOpensAStatementWithoutAnother() {
    Statement statement = Sample.version08().statements().get(0);

    assertThat(statement.openingBalance()).isEqualTo(Money.parse("SEK 0.00"));
    assertThat(statement.closingBalance()).isEqualTo(Money.parse("SEK 0.00"));
  }

  @Test
  void theCurrencyIsTheBalancesWhereTheAccountNamesNone() {
    assertThat(Sample.version08().statements().get(0).currency().getCode()).isEqualTo("SEK");
  }

  @Test
  void withoutPeriodTheBookingsAndTheClosingBalanceSayTheDays() {
    Sample sample =
        Sample.version02()
            .with(PERIOD, "")
            .with("<ValDt><Dt>2026-11-19</Dt></ValDt>\n        <AcctSvcrRef>", "<AcctSvcrRef>")
            .with(
                "<BookgDt><Dt>2026-11-20</Dt></BookgDt>\n        <AcctSvcrRef>",
                "<BookgDt><Dt>2026-11-18</Dt></BookgDt>\n        <AcctSvcrRef>");

    assertThat(sample.statements().get(0).from()).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(sample.statements().get(0).to()).isEqualTo(DAY);
  }

  @Test
  void aStatementWithoutBookingsCoversTheDayOfItsClosingBalance() {
    String text = Sample.version02().with(PERIOD, "").with("1032.50", "100.00").text();
    int first = text.indexOf("<Ntry>");
    int last = text.lastIndexOf("</Ntry>") + "</Ntry>".length();
    Sample sample =
        new Sample(text.substring(0, first) + text.substring(last))
            .with(
                "<Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>CRDT",
                "<Amt Ccy=\"EUR\">100.00</Amt><CdtDbtInd>DBIT");

    assertThat(sample.payments()).isEmpty();
    assertThat(sample.statements().get(0).from()).isEqualTo(DAY);
    assertThat(sample.statements().get(0).entries()).isZero();
  }

  @Test
  void eachPageOfAStatementIsAStatementOfItsOwn() {
    assertThat(Sample.version08().with("<c:PgNb>1<", "<c:PgNb>2<").statements().get(0).id())
        .isEqualTo("BBAN:123-456/77/2");
    assertThat(Sample.version08().with(">true<", ">false<").statements().get(0).id())
        .isEqualTo("BBAN:123-456/77/1");
  }

  @Test
  void aFileMayHoldSeveralStatements() {
    Sample sample = twice(Sample.version02());
    Sample second =
        new Sample(sample.text().replaceFirst("<Id>2026-224</Id>", "<Id>2026-223</Id>"));

    assertThat(second.statements())
        .extracting(Statement::id)
        .containsExactly("NL44RABO0123456789/2026-223", "NL44RABO0123456789/2026-224");
    assertThat(second.payments())
        .hasSize(8)
        .extracting(payment -> payment.id())
        .doesNotHaveDuplicates();
  }

  @Test
  void theSameStatementTwiceInAFileRefusesTheFile() {
    assertThat(twice(Sample.version02()).problem().code()).isEqualTo("DUPLICATE_STATEMENT");
  }

  @Test
  void aStatementComesAfterItsPayments() {
    assertThat(Sample.version02().records()).last().isInstanceOf(Statement.class);
  }

  private static Sample twice(Sample sample) {
    String text = sample.text();
    int begin = text.indexOf("<Stmt>");
    int end = text.indexOf("</Stmt>") + "</Stmt>".length();
    return new Sample(text.substring(0, end) + text.substring(begin));
  }
}
