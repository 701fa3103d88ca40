package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** A statement is taken as a whole or not at all. */
class RefusedStatementTest {
  @Test
  void aStatementWhoseBalancesDoNotTieOutIsRefusedWithTheSums() {
    Problem problem = Sample.version02().with("1032.50", "1032.51").problem();

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.message())
        .startsWith("opening -100.00 + entries 1132.50 is not closing 1032.51");
    assertThat(problem.position()).isEqualTo("line 15");
    assertThat(problem.source()).isEqualTo("sample.xml");
  }

  @Test
  void withoutOneOfTheBalancesThereIsNothingToTieOut() {
    assertThat(Sample.version02().with("CLBD", "CLAV").payments()).hasSize(4);
  }

  @Test
  void balancesInDifferentCurrenciesDoNotTieOut() {
    Problem problem = Sample.version02().with("\"EUR\">1032.50", "\"SEK\">1032.50").problem();

    assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(problem.message()).contains("EUR").contains("SEK");
  }

  @Test
  void anEntryInAnotherCurrencyThanTheAccountsRefusesTheFile() {
    assertThat(Sample.version02().with("\"EUR\">2.50", "\"USD\">2.50").problem().code())
        .isEqualTo("CURRENCY_MISMATCH");
  }

  @Test
  void decimalsThatTheCurrencyDoesNotHaveMayOnlyBeZeros() {
    assertThat(Sample.version02().with(">2.50<", ">2.50000<").payments()).hasSize(4);

    Problem problem = Sample.version02().with(">2.50<", ">2.505<").problem();
    assertThat(problem.code()).isEqualTo("TOO_MANY_DECIMALS");
    assertThat(problem.message()).startsWith("Ntry/Amt").contains("2.505").contains("EUR");

    Problem yen = Sample.version08().with("SEK", "JPY").with(">300<", ">300.50<").problem();
    assertThat(yen.code()).isEqualTo("TOO_MANY_DECIMALS");
  }

  @Test
  void aWrongAmountNamesItsElementAndLine() {
    for (String amount : new String[] {"1e3", "1.210,00", "NaN", ""}) {
      Problem problem = Sample.version02().with(">2.50<", ">" + amount + "<").problem();

      assertThat(problem.code()).isEqualTo("WRONG_AMOUNT");
      assertThat(problem.position()).isEqualTo("line 72");
    }
    assertThat(Sample.version02().with(">2.50<", ">-2.50<").problem().code())
        .isEqualTo("WRONG_AMOUNT");
  }

  @Test
  void aWrongDateNamesItsElementAndLine() {
    Problem problem = Sample.version02().with("2026-11-19", "19-11-2026").problem();

    assertThat(problem.code()).isEqualTo("WRONG_DATE");
    assertThat(problem.message()).startsWith("Ntry/ValDt/Dt");
    assertThat(problem.position()).isEqualTo("line 24");
  }

  @Test
  void aDayOfAYearInWhichNoPaymentLiesNamesItsElementAndLine() {
    Problem problem = Sample.version02().with("2026-11-19", "2926-11-19").problem();

    assertThat(problem.code()).isEqualTo("WRONG_DATE");
    assertThat(problem.message())
        .startsWith("Ntry/ValDt/Dt")
        .contains("2926-11-19 is not in the years 1990 to 2200");
    assertThat(problem.position()).isEqualTo("line 24");
  }

  @Test
  void anUnknownCurrencyRefusesTheFile() {
    assertThat(Sample.version02().with("<Ccy>EUR<", "<Ccy>EUX<").problem().code())
        .isEqualTo("UNKNOWN_CURRENCY");
  }

  @Test
  void aWordForDirectionOrStatusThatNobodyKnowsRefusesTheFile() {
    assertThat(Sample.version02().with("<CdtDbtInd>DBIT", "<CdtDbtInd>OUT").problem().code())
        .isEqualTo("WRONG_CODE");
    assertThat(Sample.version02().with("PDNG", "DONE").problem().code()).isEqualTo("WRONG_CODE");
  }

  @Test
  void whatMustBeThereIsAskedForByName() {
    assertThat(Sample.version02().with("<Id>2026-224</Id>", "").problem().message())
        .contains("Stmt/Id");
    assertThat(Sample.version02().with("<IBAN>NL44RABO0123456789</IBAN>", "").problem().message())
        .contains("Stmt/Acct/Id/IBAN");
    assertThat(Sample.version02().with("<Sts>PDNG</Sts>", "").problem().message())
        .contains("Ntry/Sts");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsRefusesTheFile() {
    assertThat(Sample.version02().with("<FrDtTm>2026-11-20", "<FrDtTm>2026-11-21").problem().code())
        .isEqualTo("WRONG_DATE");
  }

  @Test
  void aFileWithoutStatementSaysSo() {
    Sample sample =
        new Sample(
            "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\">"
                + "<BkToCstmrStmt><GrpHdr/></BkToCstmrStmt></Document>");

    assertThat(sample.problem().code()).isEqualTo("NO_STATEMENT");
  }

  @Test
  void versionsOutsideThoseThatAreUnderstoodAreRefusedAndTheOthersRead() {
    for (String version : new String[] {"01", "15", "99"}) {
      assertThat(Sample.version02().with("053.001.02", "053.001." + version).problem().code())
          .isEqualTo("UNSUPPORTED_VERSION");
    }
    for (String version : new String[] {"03", "04", "06", "10", "13", "14"}) {
      assertThat(Sample.version02().with("053.001.02", "053.001." + version).payments())
          .isEqualTo(Sample.version02().payments());
    }
  }

  @Test
  void aPayersAccountThatNobodyCouldBeKnownByRefusesTheFile() {
    String other = "<Othr><Id>" + "9".repeat(2_800) + "</Id></Othr>";
    Problem problem =
        Sample.version02()
            .with(
                "<DbtrAcct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id></DbtrAcct>",
                "<DbtrAcct><Id>" + other + "</Id></DbtrAcct>")
            .problem();

    assertThat(problem.code()).isEqualTo("TOO_LONG");
    assertThat(problem.message()).contains("2800 characters, and at most 500 are taken");
  }

  @Test
  void aReferenceThatNoLedgerCouldFindAgainRefusesTheFile() {
    Sample sample = Sample.version02().with("<EndToEndId>", "<EndToEndId>" + "E".repeat(2_800));

    assertThat(sample.problem().code()).isEqualTo("TOO_LONG");
  }
}
