package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.dunlin.core.model.PrecedingInvoice;
import org.junit.jupiter.api.Test;

/** The earlier invoices that a document names (EN 16931, BG-3). */
class PrecedingInvoiceTest {
  private static final String SECOND =
      "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-0002</cbc:ID>"
          + "</cac:InvoiceDocumentReference></cac:BillingReference>";
  private static final String FIRST =
      "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>2026-0001</cbc:ID>"
          + "<cbc:IssueDate>2026-01-31</cbc:IssueDate></cac:InvoiceDocumentReference>"
          + "</cac:BillingReference>";
  private static final PrecedingInvoice ONE =
      new PrecedingInvoice("2026-0001", LocalDate.of(2026, 1, 31));
  private static final PrecedingInvoice TWO = new PrecedingInvoice("2026-0002", null);

  @Test
  void aCreditNoteSaysWhichInvoicesItCredits() {
    Sample note = Sample.creditNote();
    assertThat(naming(note, FIRST + SECOND).document().precedingInvoices())
        .containsExactly(ONE, TWO);
  }

  @Test
  void aCorrectedInvoiceSaysWhichItCorrects() {
    assertThat(naming(Sample.invoice(), FIRST).document().precedingInvoices()).containsExactly(ONE);
  }

  @Test
  void whatOnlyALineNamesCountsToo() {
    Sample note = Sample.creditNote();
    String line = "<cac:CreditNoteLine><cbc:ID>1</cbc:ID>" + SECOND + "</cac:CreditNoteLine>";
    assertThat(naming(note, FIRST + line).document().precedingInvoices()).containsExactly(ONE, TWO);
  }

  @Test
  void anInvoiceThatIsNamedTwiceCountsOnceWithItsDate() {
    Sample note = Sample.creditNote();
    String undated = FIRST.replaceAll("<cbc:IssueDate>.*</cbc:IssueDate>", "");
    assertThat(naming(note, undated + FIRST).document().precedingInvoices()).containsExactly(ONE);
  }

  @Test
  void aDocumentThatNamesNoneHasNone() {
    assertThat(Sample.invoice().document().precedingInvoices()).isEmpty();
  }

  /** With the references before the customer, in the prefixes of the sample. */
  private static Sample naming(Sample sample, String references) {
    boolean usual = sample.text().contains("<cac:AccountingCustomerParty>");
    String named = usual ? references : references.replace("cac:", "x:").replace("cbc:", "");
    String customer = usual ? "<cac:AccountingCustomerParty>" : "<x:AccountingCustomerParty>";
    return sample.with(customer, named + customer);
  }
}
