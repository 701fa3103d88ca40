package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
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
  void aPageBeginsAndEndsWithInterimBalances() {
    String page = "<StmtPgntn><PgNb>2</PgNb><LastPgInd>false</LastPgInd></StmtPgntn>";
    Sample sample =
        Sample.version02()
            .with("<Id>2026-224</Id>", "<Id>2026-224</Id>" + page)
            .with("OPBD", "ITBD")
            .with("CLBD", "ITBD");

    assertThat(sample.statements().get(0).openingBalance()).isEqualTo(Money.parse("EUR -100.00"));
    assertThat(sample.statements().get(0).closingBalance()).isEqualTo(Money.parse("EUR 1032.50"));
    assertThat(sample.with("1032.50", "1032.51").problem().code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
  }

  @Test
  void anInterimBalanceOfAWholeStatementSaysNothing() {
    assertThat(Sample.version02().with("CLBD", "ITBD").statements().get(0).closingBalance())
        .isNull();
  }

  @Test
  void thePageOfTheMessageIsTheStatementsWhereItHasNone() {
    Sample sample =
        Sample.version02()
            .with(
                "</CreDtTm></GrpHdr>",
                "</CreDtTm><MsgPgntn><PgNb>3</PgNb><LastPgInd>true</LastPgInd></MsgPgntn></GrpHdr>");

    assertThat(sample.statements().get(0).id()).isEqualTo("NL44RABO0123456789/2026-224/3");
  }

  @Test
  void aBalanceWithACreditLineCountsOnlyWhereThereIsNoOther() {
    String withLine =
        "<Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp>"
            + "<CdtLine><Incl>true</Incl><Amt Ccy=\"EUR\">1000.00</Amt></CdtLine>"
            + "<Amt Ccy=\"EUR\">900.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
            + "<Dt><Dt>2026-11-19</Dt></Dt></Bal>";

    assertThat(
            Sample.version02()
                .with("<Ccy>EUR</Ccy></Acct>", "<Ccy>EUR</Ccy></Acct>" + withLine)
                .statements())
        .isEqualTo(Sample.version02().statements());
  }

  @Test
  void theBanksOwnTotalsAreCheckedWhereTheBalancesAreNot() {
    String totals =
        "<TxsSummry><TtlCdtNtries><NbOfNtries>1</NbOfNtries><Sum>1210.00</Sum></TtlCdtNtries>"
            + "<TtlDbtNtries><NbOfNtries>3</NbOfNtries><Sum>77.50</Sum></TtlDbtNtries></TxsSummry>";
    Sample sample =
        booked(Sample.version02().with("CLBD", "CLAV"))
            .with("<Ccy>EUR</Ccy></Acct>", "<Ccy>EUR</Ccy></Acct>" + totals);

    assertThat(sample.payments()).hasSize(4);
    assertThat(sample.with("<Sum>77.50", "<Sum>77.51").problem().code())
        .isEqualTo("CONTROL_TOTAL_DIFFERS");
    assertThat(sample.with("<NbOfNtries>1<", "<NbOfNtries>2<").problem().code())
        .isEqualTo("CONTROL_TOTAL_DIFFERS");
    assertThat(sample.with("CLAV", "CLBD").with("<Sum>77.50", "<Sum>0").payments()).hasSize(4);
  }

  @Test
  void aMessageMayBeWrappedAndItsNamespaceMayBeMissingOrWithoutVersion() {
    String text = Sample.version02().text();
    String document = text.substring(text.indexOf("<Document"));
    String bare = document.replace(" xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"", "");
    for (String file :
        new String[] {
          "<Envelope><Header><Id>1</Id></Header><Body>" + document + "</Body></Envelope>",
          "<DocumentSet>" + document + "</DocumentSet>",
          bare,
          document.replace(".001.02", ""),
          document
              .replaceFirst("<Document[^>]*>", "<BankMessage>")
              .replace("</Document>", "</BankMessage>")
        }) {
      assertThat(Formats.detect(file.getBytes(StandardCharsets.UTF_8))).contains(Format.CAMT_053);
      assertThat(new Sample(file).records()).isEqualTo(Sample.version02().records());
    }
  }

  @Test
  void aFileMayHoldSeveralStatements() {
    Sample sample = twice(Sample.version02());
    Sample second =
        new Sample(sample.text().replaceFirst("<Id>2026-224</Id>", "<Id>2026-223</Id>"));

    assertThat(second.statements())
        .extracting(Statement::id)
        .containsExactly("NL44RABO0123456789/2026-223", "NL44RABO0123456789/2026-224");
    assertThat(second.payments()).hasSize(8);
  }

  @Test
  void theSameStatementTwiceInAFileRefusesTheFile() {
    assertThat(twice(Sample.version02()).problem().code()).isEqualTo("DUPLICATE_STATEMENT");
  }

  @Test
  void aStatementComesAfterItsPayments() {
    assertThat(Sample.version02().records()).last().isInstanceOf(Statement.class);
  }

  /** Without its entry that is not booked, which banks count or do not count. */
  private static Sample booked(Sample sample) {
    String text = sample.text();
    int begin = text.lastIndexOf("<Ntry>");
    int end = text.lastIndexOf("</Ntry>") + "</Ntry>".length();
    return new Sample(text.substring(0, begin) + text.substring(end));
  }

  private static Sample twice(Sample sample) {
    String text = sample.text();
    int begin = text.indexOf("<Stmt>");
    int end = text.indexOf("</Stmt>") + "</Stmt>".length();
    return new Sample(text.substring(0, end) + text.substring(begin));
  }
}
