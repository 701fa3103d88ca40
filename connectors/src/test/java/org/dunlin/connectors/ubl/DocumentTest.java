package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final String PAYABLE = "EUR\">1000.00</cbc:PayableAmount>";
  private static final String PREPAID = "EUR\">210.00</cbc:PrepaidAmount>";
  private static final String TOTAL = "EUR\">1210.00</cbc:TaxInclusiveAmount>";

  @Test
  void anInvoiceIsReadAsItStands() {
    Invoice invoice = Sample.invoice().document();

    assertThat(invoice.id()).isEqualTo("2026-0042");
    assertThat(invoice.number()).isEqualTo("2026-0042");
    assertThat(invoice.kind()).isEqualTo(InvoiceKind.INVOICE);
    assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(invoice.total()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(invoice.outstanding()).isEqualTo(Money.parse("EUR 1000.00"));
    assertThat(invoice.status()).isEqualTo(InvoiceStatus.OPEN);
    assertThat(invoice.paymentReference()).isEqualTo("RF18539007547034");
    assertThat(invoice.orderReference()).isEqualTo("PO-77");
    assertThat(invoice.instalments()).isEmpty();
    assertThat(invoice.earlyPayment()).isNull();
    assertThat(invoice.dueDateFrom()).isNull();
  }

  @Test
  void aCreditNoteOfTheSameNumberIsAnotherDocument() {
    Invoice creditNote = Sample.creditNote().document();

    assertThat(creditNote.number()).isEqualTo("2026-0042");
    assertThat(creditNote.id()).isEqualTo("CREDIT_NOTE:2026-0042");
    assertThat(creditNote.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(creditNote.total()).isEqualTo(Money.parse("EUR 60.50"));
    assertThat(creditNote.dueDate()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void aNegativeInvoiceIsACreditNoteOfPositiveAmounts() {
    Invoice taken =
        Sample.invoice().with("EUR\">1", "EUR\">-1").with("EUR\">2", "EUR\">-2").document();

    assertThat(taken.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
    assertThat(taken.id()).isEqualTo("CREDIT_NOTE:2026-0042");
    assertThat(taken.total()).isEqualTo(Money.parse("EUR 1210.00"));
    assertThat(taken.outstanding()).isEqualTo(Money.parse("EUR 1000.00"));
  }

  @Test
  void aNegativeCreditNoteIsAnInvoiceOfPositiveAmounts() {
    Invoice taken = Sample.creditNote().with(">60.50<", ">-60.50<").document();

    assertThat(taken.kind()).isEqualTo(InvoiceKind.INVOICE);
    assertThat(taken.id()).isEqualTo("2026-0042");
    assertThat(taken.outstanding()).isEqualTo(Money.parse("EUR 60.50"));
  }

  @Test
  void nothingPayableIsPaid() {
    Invoice invoice =
        Sample.invoice()
            .with(PREPAID, PREPAID.replace("210", "1210"))
            .with(PAYABLE, "EUR\">0.00</cbc:PayableAmount>")
            .document();

    assertThat(invoice.status()).isEqualTo(InvoiceStatus.PAID);
    assertThat(invoice.total()).isEqualTo(Money.parse("EUR 1210.00"));
  }

  @Test
  void anInvoiceOnWhichMoreThanAllWasPrepaidIsAProblemAndNoCreditNote() {
    Sample sample =
        Sample.invoice()
            .with(PREPAID, PREPAID.replace("210", "1300"))
            .with(PAYABLE, "EUR\">-90.00</cbc:PayableAmount>");

    assertThat(sample.problem().code()).isEqualTo("OVERPAID");
    assertThat(sample.problem().message()).contains("1210.00").contains("-90.00");
  }

  @Test
  void withoutAnyDueDateNoneIsGuessed() {
    assertThat(Sample.invoice().without("DueDate").document().dueDate()).isNull();
  }

  @Test
  void theWordForNoOrderGivesWayToTheSalesOrder() {
    assertThat(Sample.creditNote().document().orderReference()).isEqualTo("SO-9");
    assertThat(Sample.creditNote().without("SalesOrderID").document().orderReference()).isNull();
  }

  @Test
  void decimalsBeyondTheCurrencysMayBeZerosOnly() {
    assertThat(Sample.invoice().with(">1210.00<", ">1210.0000<").document().total())
        .isEqualTo(Money.parse("EUR 1210.00"));

    Sample sample = Sample.invoice().with(">1210.00<", ">1210.005<");
    assertThat(sample.problem().code()).isEqualTo("TOO_MANY_DECIMALS");
    assertThat(sample.problem().position()).isEqualTo("line 68");
    assertThat(sample.problem().message()).contains("TaxInclusiveAmount");
  }

  @Test
  void aTotalInAnotherCurrencyThanTheDocumentsIsAProblem() {
    assertThat(Sample.invoice().with(TOTAL, TOTAL.replace("EUR", "SEK")).problem().code())
        .isEqualTo("CURRENCY_MISMATCH");
  }

  @Test
  void aCurrencyThatDoesNotExistIsAProblem() {
    assertThat(Sample.invoice().with("EUR</cbc:Doc", "EURO</cbc:Doc").problem().code())
        .isEqualTo("UNKNOWN_CURRENCY");
  }

  @Test
  void aDayThatNoCalendarHasIsAProblemThatNamesTheElement() {
    Sample sample = Sample.invoice().with("2026-11-01", "2026-02-30");

    assertThat(sample.problem().code()).isEqualTo("WRONG_DATE");
    assertThat(sample.problem().position()).isEqualTo("line 8");
    assertThat(sample.problem().message()).startsWith("Invoice/IssueDate").contains("2026-02-30");
  }

  @Test
  void aDayOfAYearInWhichNoInvoiceLiesIsAProblemThatNamesTheElement() {
    for (String day : List.of("0202-11-01", "1989-12-31", "2201-01-01", "9999-12-31")) {
      Sample sample = Sample.invoice().with("2026-11-01", day);

      assertThat(sample.problem().code()).isEqualTo("WRONG_DATE");
      assertThat(sample.problem().position()).isEqualTo("line 8");
      assertThat(sample.problem().message())
          .startsWith("Invoice/IssueDate")
          .contains(day + " is not in the years 1990 to 2200");
    }
    assertThat(Sample.invoice().with("2026-11-01", "1990-01-01").document().issueDate())
        .isEqualTo("1990-01-01");
  }

  @Test
  void everyPartThatTheModelNeedsIsAskedForByName() {
    for (String part :
        new String[] {
          "IssueDate", "LegalMonetaryTotal", "PayableAmount", "AccountingCustomerParty"
        }) {
      assertThat(Sample.invoice().without(part).problem().message()).as(part).contains(part);
      assertThat(Sample.invoice().without(part).problem().code()).isEqualTo("MISSING_ELEMENT");
    }
  }

  @Test
  void aNumberThatIsBlankIsMissing() {
    assertThat(Sample.invoice().with("2026-0042", " ").problem().message()).contains("Invoice/ID");
  }
}
