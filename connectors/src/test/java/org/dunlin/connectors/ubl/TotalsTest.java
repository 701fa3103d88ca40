package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is payable must be certain: of two figures that contradict each other, neither is taken. */
class TotalsTest {
  private static final String ROUNDING =
      "<cbc:PayableRoundingAmount currencyID=\"EUR\">0.30</cbc:PayableRoundingAmount>";

  @Test
  void allowancesAndChargesAreInTheTotal() {
    assertThat(
            outstanding(
                Sample.invoice()
                    .with(line("LineExtension", "1000.00"), line("LineExtension", "1100.00"))
                    .with(
                        line("TaxInclusive", "1210.00"),
                        line("TaxInclusive", "1210.00")
                            + line("AllowanceTotal", "150.00")
                            + line("ChargeTotal", "50.00"))))
        .isEqualTo("EUR 1000.00");
  }

  @Test
  void roundingIsPayableThoughTheTotalDoesNotHoldIt() {
    Invoice invoice = payable("1000.30", ROUNDING).document();

    assertThat(invoice.total()).hasToString("EUR 1210.00");
    assertThat(invoice.outstanding()).hasToString("EUR 1000.30");
  }

  @Test
  void roundingMayMakeMorePayableThanTheTotal() {
    Sample sample = payable("1210.30", ROUNDING).without("PrepaidAmount");

    assertThat(sample.document().outstanding()).hasToString("EUR 1210.30");
  }

  @Test
  void beforeEn16931TheTotalHeldTheRounding() {
    Sample sample = payable("1000.30", ROUNDING).with(">1210.00<", ">1210.30<");

    assertThat(sample.document().total()).hasToString("EUR 1210.30");
    assertThat(sample.document().outstanding()).hasToString("EUR 1000.30");
  }

  @Test
  void roundingThatIsStatedAndForgottenIsAContradiction() {
    assertThat(payable("1000.00", ROUNDING).problem().code()).isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void aPayableAmountThatIsNotTotalLessPrepaidIsAContradiction() {
    Problem problem = payable("900.00", "").problem();

    assertThat(problem.code()).isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(problem.position()).isEqualTo("line 65");
    assertThat(problem.message()).contains("1210.00").contains("210.00").contains("900.00");
  }

  @Test
  void aTotalThatIsNotNetAndVatIsAContradiction() {
    Problem problem =
        Sample.invoice()
            .with(">1210.00<", ">1211.00<")
            .with(">1000.00</cbc:Pay", ">1001.00</cbc:Pay")
            .problem();

    assertThat(problem.code()).isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(problem.message()).contains("net amount + VAT").contains("1211.00");
  }

  @Test
  void oneOfTheTwoNetAmountsIsEnoughToConfirmTheTotal() {
    assertThat(
            outstanding(
                Sample.invoice()
                    .with(line("LineExtension", "1000.00"), line("LineExtension", "0.00"))))
        .isEqualTo("EUR 1000.00");
    assertThat(
            outstanding(
                Sample.invoice()
                    .with(line("TaxExclusive", "1000.00"), line("TaxExclusive", "210.00"))))
        .isEqualTo("EUR 1000.00");
  }

  @Test
  void vatInTheTaxCurrencyIsNotHeldAgainstTheTotal() {
    assertThat(
            outstanding(
                Sample.invoice()
                    .with(
                        "<cac:TaxTotal>",
                        "<cac:TaxTotal><cbc:TaxAmount currencyID=\"SEK\">2331.00</cbc:TaxAmount>"
                            + "</cac:TaxTotal><cac:TaxTotal>")))
        .isEqualTo("EUR 1000.00");
  }

  @Test
  void lessPayableWithoutAWordOnWhatWasPaidIsPartlyPaid() {
    Invoice invoice = payable("400.00", "").without("PrepaidAmount").document();

    assertThat(invoice.total()).hasToString("EUR 1210.00");
    assertThat(invoice.outstanding()).hasToString("EUR 400.00");
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.OPEN);
  }

  @Test
  void morePayableThanTheTotalWithoutAReasonIsAContradiction() {
    assertThat(payable("1210.01", "").without("PrepaidAmount").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void arrearsMakeMorePayableThanTheTotal() {
    Sample sample = payable("1420.00", "").with(">210.00</cbc:Pre", ">-210.00</cbc:Pre");

    assertThat(outstanding(sample)).isEqualTo("EUR 1420.00");
  }

  @Test
  void prepaymentsOneByOneCountWhereTheirSumIsNotGiven() {
    Sample sample =
        Sample.invoice()
            .without("PrepaidAmount")
            .with("<cac:TaxTotal>", paid("100.00") + paid("110.00") + "<cac:TaxTotal>");

    assertThat(outstanding(sample)).isEqualTo("EUR 1000.00");
    assertThat(sample.with(">110.00<", ">120.00<").problem().code()).isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void whatTheXrechnungExtensionCollectsForOthersIsPayableToo() {
    Sample sample =
        payable("1050.00", "")
            .with(
                "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0",
                "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
                    + "#conformant#urn:xeinkauf.de:kosit:extension:xrechnung_3.0")
            .with("<cac:TaxTotal>", paid("50.00") + "<cac:TaxTotal>");

    assertThat(sample.document().total()).hasToString("EUR 1210.00");
    assertThat(outstanding(sample)).isEqualTo("EUR 1050.00");
  }

  @Test
  void taxThatTheBuyerWithholdsIsNotPayable() {
    Sample sample =
        payable("850.00", "")
            .with(
                "<cac:LegalMonetaryTotal>",
                "<cac:WithholdingTaxTotal><cbc:TaxAmount currencyID=\"EUR\">150.00</cbc:TaxAmount>"
                    + "</cac:WithholdingTaxTotal><cac:LegalMonetaryTotal>");

    assertThat(outstanding(sample)).isEqualTo("EUR 850.00");
  }

  @Test
  void aDocumentThatGivesOnlyWhatIsPayableIsAboutThatAndWhatWasPrepaid() {
    Sample sample = Sample.invoice().without("TaxInclusiveAmount");

    assertThat(sample.document().total()).hasToString("EUR 1210.00");
    assertThat(sample.with(">210.00</cbc:Pre", ">200.00</cbc:Pre").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void withoutDocumentCurrencyTheAmountsNameIt() {
    Sample sample = Sample.invoice().without("DocumentCurrencyCode");

    assertThat(sample.document().total()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(sample.with("EUR\">210.00</cbc:Pre", "SEK\">210.00</cbc:Pre").problem().code())
        .isEqualTo("CURRENCY_MISMATCH");
  }

  @Test
  void amountsOfANegativeInvoiceTieWithTheirSigns() {
    Sample negative = Sample.invoice().with("EUR\">1", "EUR\">-1").with("EUR\">2", "EUR\">-2");

    assertThat(negative.document().kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(negative.with(">-1000.00</cbc:Pay", ">-999.00</cbc:Pay").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
  }

  @Test
  void anAmountThatStandsTwiceIsNoAmount() {
    Sample sample = payable("1000.00", line("Payable", "900.00"));

    assertThat(sample.problem().code()).isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(sample.problem().message()).contains("PayableAmount").contains("twice");
  }

  private static String outstanding(Sample sample) {
    return sample.document().outstanding().toString();
  }

  private static Sample payable(String amount, String before) {
    return Sample.invoice().with(line("Payable", "1000.00"), before + line("Payable", amount));
  }

  private static String line(String name, String amount) {
    return "<cbc:%1$sAmount currencyID=\"EUR\">%2$s</cbc:%1$sAmount>".formatted(name, amount);
  }

  private static String paid(String amount) {
    return "<cac:PrepaidPayment><cbc:PaidAmount currencyID=\"EUR\">"
        + amount
        + "</cbc:PaidAmount></cac:PrepaidPayment>";
  }
}
