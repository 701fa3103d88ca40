package org.dunlin.connectors.camt;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RemittanceTest {
  @Test
  void linesAreJoinedByOneBlank() {
    assertThat(payment("<Ustrd>one</Ustrd><Ustrd> two\n   three </Ustrd><Ustrd/>").remittance())
        .isEqualTo("one two three");
  }

  @Test
  void freeTextInTheStructuredPartBelongsToTheText() {
    Payment payment =
        payment(
            "<Strd><CdtrRefInf><Ref>21000000</Ref></CdtrRefInf>"
                + "<AddtlRmtInf>invoice 9</AddtlRmtInf><AddtlRmtInf>?REJECT?0</AddtlRmtInf></Strd>");

    assertThat(payment.remittance()).isEqualTo("invoice 9");
    assertThat(payment.creditorReference()).isEqualTo("21000000");
  }

  @Test
  void theBanksWordsCountOnlyWhereThePayerSaysNothing() {
    assertThat(payment("").remittance()).isEqualTo("words of the bank");
    assertThat(Sample.version02().payments().get(3).remittance()).isEqualTo("Costs of November");
    assertThat(payment("<Strd><CdtrRefInf><Ref>1</Ref></CdtrRefInf></Strd>").remittance()).isNull();
  }

  @Test
  void severalCreditorReferencesAreReferencesWithTheirAmounts() {
    Payment payment = payment(creditor("RF1", "10.00") + creditor("RF2", "20.00"));

    assertThat(payment.creditorReference()).isNull();
    assertThat(payment.references())
        .containsExactly(
            new RemittanceReference("SCOR", "RF1", Money.parse("EUR 10.00")),
            new RemittanceReference("SCOR", "RF2", Money.parse("EUR 20.00")));
  }

  @Test
  void aCreditNoteCountsWithWhatItGivesBack() {
    Payment payment =
        payment(
            "<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CREN</Cd></CdOrPrtry></Tp><Nb>C-1</Nb></RfrdDocInf>"
                + "<RfrdDocAmt><CdtNoteAmt Ccy=\"EUR\">5.00</CdtNoteAmt></RfrdDocAmt></Strd>");

    assertThat(payment.references())
        .containsExactly(new RemittanceReference("CREN", "C-1", Money.parse("EUR 5.00")));
  }

  @Test
  void anAmountInAnotherCurrencyOrForSeveralDocumentsIsNobodys() {
    assertThat(payment(creditor("RF1", "10.00").replace("EUR", "USD")).references()).isEmpty();
    assertThat(
            payment(
                    "<Strd><RfrdDocInf><Nb>A</Nb></RfrdDocInf><RfrdDocInf><Nb>B</Nb></RfrdDocInf>"
                        + "<RfrdDocAmt><RmtdAmt Ccy=\"EUR\">9.00</RmtdAmt></RfrdDocAmt></Strd>")
                .references())
        .containsExactly(
            new RemittanceReference("OTHR", "A", null), new RemittanceReference("OTHR", "B", null));
  }

  @Test
  void anAmountBelowZeroIsNoAmount() {
    assertThat(
            payment(
                    "<Strd><RfrdDocInf><Nb>A</Nb></RfrdDocInf>"
                        + "<RfrdDocAmt><RmtdAmt Ccy=\"EUR\">-9.00</RmtdAmt></RfrdDocAmt></Strd>")
                .references())
        .containsExactly(new RemittanceReference("OTHR", "A", null));
  }

  private static String creditor(String reference, String amount) {
    return "<Strd><RfrdDocAmt><RmtdAmt Ccy=\"EUR\">"
        + amount
        + "</RmtdAmt></RfrdDocAmt><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>"
        + reference
        + "</Ref></CdtrRefInf></Strd>";
  }

  private static Payment payment(String information) {
    String text = Sample.version02().text();
    String changed =
        text.replaceAll(
            "(?s)<RmtInf>.*</RmtInf>",
            "<RmtInf>" + java.util.regex.Matcher.quoteReplacement(information) + "</RmtInf>");
    return new Sample(changed).payments().get(0);
  }
}
