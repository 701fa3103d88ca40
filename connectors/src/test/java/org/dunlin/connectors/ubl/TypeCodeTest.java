package org.dunlin.connectors.ubl;

import static org.assertj.core.api.Assertions.assertThat;

import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeCodeTest {
  /** Partial, corrected, prepayment, self-billed, insurer's, final construction invoice. */
  @ParameterizedTest
  @ValueSource(strings = {"326", "384", "386", "389", "527", "575", "877"})
  void anInvoiceOfAnyKindIsOwedAsItStands(String code) {
    assertThat(Sample.invoice().with(">380<", ">" + code + "<").document().kind())
        .isEqualTo(InvoiceKind.INVOICE);
  }

  @Test
  void aSelfBilledInvoiceIsOwedByTheBuyerToo() {
    assertThat(Sample.invoice().with(">380<", ">389<").customer().name())
        .isEqualTo("Bakkerij Jansen B.V.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"81", "261", "308", "532"})
  void aCreditNoteOfAnyKindGivesBack(String code) {
    assertThat(Sample.creditNote().with(">381<", ">" + code + "<").document().kind())
        .isEqualTo(InvoiceKind.CREDIT_NOTE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SalesInvoice", "999", " "})
  void aCodeThatTheStandardDoesNotKnowSaysNothing(String code) {
    assertThat(Sample.invoice().with(">380<", ">" + code + "<").document().kind())
        .isEqualTo(InvoiceKind.INVOICE);
  }

  @Test
  void aCodeThatContradictsTheDocumentIsAProblem() {
    assertThat(Sample.invoice().with(">380<", ">381<").problem().code())
        .isEqualTo("TYPE_CONTRADICTS_DOCUMENT");
    assertThat(Sample.creditNote().with(">381<", ">380<").problem().code())
        .isEqualTo("TYPE_CONTRADICTS_DOCUMENT");
  }

  @Test
  void aProFormaInvoiceIsNotOwed() {
    assertThat(Sample.invoice().with(">380<", ">325<").problem().code())
        .isEqualTo("NOT_A_RECEIVABLE");
  }

  @Test
  void aClaimThatWasSoldIsTheFactorsAndNotTheCompanys() {
    Problem invoice = Sample.invoice().with(">380<", ">393<").problem();
    Problem creditNote = Sample.creditNote().with(">381<", ">396<").problem();

    assertThat(invoice.code()).isEqualTo("NOT_A_RECEIVABLE");
    assertThat(invoice.message()).contains("factor").contains("type 380");
    assertThat(creditNote.message()).contains("factor").contains("type 381");
  }
}
