package org.dunlin.connectors.cii;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dunlin.connectors.InvoiceFile;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What is read of a Cross Industry Invoice, and what of it is refused. */
class CiiInvoiceTest {
  private static final String DUE_1 =
      "<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format=\"102\">";
  private static final String DUE_2 = "</udt:DateTimeString></ram:DueDateDateTime>";

  private final InvoiceFile invoice = InvoiceFile.of("/cii/invoice.xml");
  private final InvoiceFile first = InvoiceFile.of("/cii/zugferd-1.xml");

  @Test
  void itGivesTheRecordsOfTheSameInvoiceInUbl() throws Exception {
    InvoiceFile ubl = InvoiceFile.of("/ubl/invoice.xml");
    assertThat(invoice.records()).isEqualTo(ubl.records()).hasSize(2);
    assertThat(invoice.documents()).containsExactly("hello".getBytes());
  }

  @Test
  void theFirstZugferdIsReadWithItsOwnNames() {
    Invoice read = first.invoice();
    assertThat(read.number()).isEqualTo("R-2026/7");
    assertThat(read.orderReference()).isEqualTo("B-12");
    assertThat(read.dueDate()).isEqualTo("2026-12-05");
    assertThat(read.total()).isEqualTo(Money.parse("EUR 238.00"));
    assertThat(first.customer().id()).isEqualTo("DE000000001");
    assertThat(read.earlyPayment())
        .isEqualTo(new EarlyPayment(new java.math.BigDecimal("2.00"), LocalDate.of(2026, 11, 15)));
  }

  @Test
  void whatIsPayableIsReckonedWhereTheFirstZugferdLeavesItOut() {
    assertThat(first.invoice().outstanding()).isEqualTo(Money.parse("EUR 200.00"));
  }

  @Test
  void aDiscountOnAPartOrOfAnUnknownPeriodIsNoneForTheWhole() {
    String percent = "<ram:CalculationPercent>";
    assertThat(
            first
                .with(percent, "<ram:BasisAmount>100.00</ram:BasisAmount>" + percent)
                .invoice()
                .earlyPayment())
        .isNull();
    assertThat(first.with("\"DAY\"", "\"P1\"").invoice().earlyPayment()).isNull();
    assertThat(
            requireNonNull(first.with("\"DAY\">10<", "\"WEE\">1<").invoice().earlyPayment())
                .until())
        .isEqualTo("2026-11-12");
  }

  @Test
  void theProfileMinimumGivesWhoOwesWhatAndNothingElse() {
    InvoiceFile minimum = InvoiceFile.of("/cii/minimum.xml");
    assertThat(minimum.customer().id()).isEqualTo("0002:000000018");
    assertThat(minimum.customer().address()).isNull();
    assertThat(minimum.invoice().outstanding()).isEqualTo(Money.parse("EUR 120.00"));
    assertThat(minimum.invoice().dueDate()).isNull();
    assertThat(minimum.invoice().paymentReference()).isNull();
  }

  @Test
  void whatTheSellerCollectsForOthersIsPayableBesides() {
    String summation = "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>";
    InvoiceFile more =
        invoice
            .with(summation, adjustment("30.00") + adjustment("12.50") + summation)
            .with(">1000.00</ram:Due", ">1042.50</ram:Due");
    assertThat(more.invoice().total()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(more.invoice().outstanding()).isEqualTo(Money.parse("EUR 1042.50"));
    assertThat(more.with(">12.50<", ">12.51<").problem().code()).isEqualTo("TOTALS_DO_NOT_TIE");
  }

  private static String adjustment(String amount) {
    return "<ram:SpecifiedFinancialAdjustment><ram:ActualAmount>"
        + amount
        + "</ram:ActualAmount></ram:SpecifiedFinancialAdjustment>";
  }

  @Test
  void theTypeSaysWhatIsACreditNoteAndAMinusTheContrary() {
    assertThat(invoice.with(">380<", ">381<").invoice().kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(invoice.with(">380<", ">384<").invoice().kind()).isEqualTo(InvoiceKind.INVOICE);
    Invoice taken =
        invoice
            .with(">380<", ">384<")
            .with("<ram:TotalPrepaidAmount>210.00</ram:TotalPrepaidAmount>", "")
            .with(">1000.00</ram:Due", ">-1210.00</ram:Due")
            .with(">1210.00<", ">-1210.00<")
            .with(">210.00<", ">-210.00<")
            .with(">1000.00<", ">-1000.00<")
            .invoice();
    assertThat(taken.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(taken.total()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(invoice.with(">380<", ">325<").problem().code()).isEqualTo("NOT_A_RECEIVABLE");
    assertThat(invoice.with(">380<", ">393<").problem().code()).isEqualTo("NOT_A_RECEIVABLE");
  }

  @Test
  void severalTermsWithAmountsAreInstalments() {
    String two =
        DUE_1
            + "20261201"
            + DUE_2
            + "<ram:PartialPaymentAmount>400.00</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>"
            + DUE_1
            + "20270101"
            + DUE_2
            + "<ram:PartialPaymentAmount>600.00</ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>";
    InvoiceFile inTwo =
        invoice
            .without("SpecifiedTradePaymentTerms")
            .with(
                "<ram:SpecifiedTradeSettlementHeader", two + "<ram:SpecifiedTradeSettlementHeader");
    assertThat(inTwo.invoice().instalments())
        .containsExactly(
            new Instalment(LocalDate.of(2026, 12, 1), Money.parse("EUR 400.00")),
            new Instalment(LocalDate.of(2027, 1, 1), Money.parse("EUR 600.00")));
    assertThat(inTwo.invoice().dueDate()).isEqualTo("2027-01-01");
    assertThat(inTwo.with(">600.00<", ">500.00<").problem().code())
        .isEqualTo("INSTALMENTS_DO_NOT_SUM");
  }

  @Test
  void earlierInvoicesOfDocumentAndLinesAreNamedOnce() {
    String reference =
        "<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>2026-0001</ram:IssuerAssignedID>";
    String date =
        "<ram:FormattedIssueDateTime><qdt:DateTimeString"
            + " format=\"102\">20261001</qdt:DateTimeString></ram:FormattedIssueDateTime>";
    InvoiceFile naming =
        invoice
            .with(
                "</ram:SpecifiedLineTradeSettlement>",
                reference + "</ram:InvoiceReferencedDocument></ram:SpecifiedLineTradeSettlement>")
            .with(
                "</ram:ApplicableHeaderTradeSettlement>",
                reference
                    + date
                    + "</ram:InvoiceReferencedDocument></ram:ApplicableHeaderTradeSettlement>");
    assertThat(naming.invoice().precedingInvoices())
        .containsExactly(new PrecedingInvoice("2026-0001", LocalDate.of(2026, 10, 1)));
  }

  @Test
  void aPaidInvoiceIsPaid() {
    Invoice paid =
        invoice
            .with(">210.00</ram:TotalPrepaid", ">1210.00</ram:TotalPrepaid")
            .with(">1000.00</ram:Due", ">0.00</ram:Due")
            .invoice();
    assertThat(paid.status()).isEqualTo(InvoiceStatus.PAID);
  }

  @Test
  void vatInASecondCurrencyDoesNotCount() {
    String vat = "<ram:TaxTotalAmount currencyID=\"EUR\">210.00</ram:TaxTotalAmount>";
    assertThat(
            invoice
                .with(
                    vat,
                    vat + "<ram:TaxTotalAmount currencyID=\"SEK\">2400.00</ram:TaxTotalAmount>")
                .invoice()
                .total())
        .isEqualTo(Money.parse("EUR 1210.00"));
  }

  @Test
  void figuresThatContradictEachOtherRefuseTheInvoiceWithTheLine() {
    assertThat(invoice.with(">1000.00</ram:Due", ">1000.01</ram:Due").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(invoice.with(">1210.00<", ">1211.00<").problem().code())
        .isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(
            invoice
                .with("<ram:GrandTotalAmount>", "<ram:GrandTotalAmount currencyID=\"USD\">")
                .problem()
                .code())
        .isEqualTo("CURRENCY_MISMATCH");
    String total = "<ram:GrandTotalAmount>1210.00</ram:GrandTotalAmount>";
    assertThat(invoice.with(total, total + total).problem().message()).contains("stands twice");
    assertThat(invoice.with(">1000.00</ram:Due", ">1000.01</ram:Due").problem().position())
        .matches("line \\d\\d");
  }

  @Test
  void whatIsMissingOrNoValueIsSaidWithItsPlace() {
    assertThat(invoice.without("BuyerTradeParty").problem().message())
        .contains("BuyerTradeParty is missing");
    assertThat(invoice.without("ApplicableHeaderTradeSettlement").problem().code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(invoice.without("InvoiceCurrencyCode").problem().code())
        .isEqualTo("MISSING_ELEMENT");
    assertThat(invoice.with("20261101", "20261301").problem().code()).isEqualTo("WRONG_DATE");
    assertThat(invoice.with("20261101", "610001").problem().code()).isEqualTo("WRONG_DATE");
    assertThat(invoice.with(">EUR<", ">EURO<").problem().code()).isEqualTo("UNKNOWN_CURRENCY");
    assertThat(invoice.with(">1210.00<", ">1.210,00<").problem().code()).isEqualTo("WRONG_AMOUNT");
    assertThat(
            invoice
                .with("D1001", "D".repeat(600))
                .with("NL001234567B01", "V".repeat(600))
                .problem()
                .code())
        .isEqualTo("TOO_LONG");
  }

  @Test
  void cutOffAnywhereItIsAProblemWithAPlace() {
    byte[] whole = invoice.bytes();
    int begin = invoice.text().indexOf("<rsm:ExchangedDocumentContext");
    for (int length = begin; length < whole.length - 30; length += 37) {
      var cut = new InvoiceFile(java.util.Arrays.copyOf(whole, length));
      assertThat(cut.problem().code()).isEqualTo("MALFORMED_XML");
      assertThat(cut.problem().position()).startsWith("line ");
    }
  }

  @Test
  void inAPeppolEnvelopeItIsReadToo() {
    String body = invoice.text().replaceFirst("<\\?xml.*\\?>", "");
    String envelope =
        "<StandardBusinessDocument"
            + " xmlns=\"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader\">"
            + "<StandardBusinessDocumentHeader/>"
            + body
            + "</StandardBusinessDocument>";
    assertThat(
            new InvoiceFile(envelope.getBytes(java.nio.charset.StandardCharsets.UTF_8)).records())
        .isEqualTo(invoice.records());
  }
}
