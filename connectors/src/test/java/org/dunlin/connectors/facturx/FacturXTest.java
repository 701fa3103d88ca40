package org.dunlin.connectors.facturx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.InvoiceFile;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

/** An invoice that is a PDF is what the data in it says, with the PDF as its document. */
class FacturXTest {
  private final InvoiceFile data = InvoiceFile.of("/cii/invoice.xml");

  @Test
  void theDataSaysWhatIsOwedAndThePdfIsItsFirstDocument() throws IOException {
    byte[] sheet = "x;y".getBytes(StandardCharsets.UTF_8);
    InvoiceFile pdf =
        new Pdf().with("factur-x.xml", data.bytes()).with("sheet.csv", "text/csv", sheet).file();
    assertThat(pdf.customer()).isEqualTo(data.customer());
    assertThat(pdf.invoice().outstanding()).isEqualTo(data.invoice().outstanding());
    assertThat(pdf.invoice().attachments())
        .containsExactly(
            new Attachment("2026-0042.pdf", "application/pdf", null, null),
            new Attachment("timesheet.txt", "text/plain", null, null),
            new Attachment("sheet.csv", "text/csv", null, null));
    assertThat(pdf.documents())
        .containsExactly(pdf.bytes(), "hello".getBytes(StandardCharsets.UTF_8), sheet);
  }

  @Test
  void theDataMayHaveAnyOfItsNamesOrAnotherAndBeOfAnySyntax() throws IOException {
    for (String name :
        List.of(
            "ZUGFeRD-invoice.xml", "zugferd-invoice.xml", "xrechnung.xml", "invoice data.xml")) {
      for (String file :
          List.of(
              "/cii/invoice.xml", "/cii/zugferd-1.xml", "/cii/minimum.xml", "/ubl/invoice.xml")) {
        InvoiceFile inside = InvoiceFile.of(file);
        assertThat(new Pdf().with(name, inside.bytes()).file().invoice().total())
            .isEqualTo(inside.invoice().total());
      }
    }
  }

  @Test
  void theNumberNamesThePdfWithoutFolders() throws IOException {
    InvoiceFile pdf =
        new Pdf().with("factur-x.xml", InvoiceFile.of("/cii/zugferd-1.xml").bytes()).file();
    assertThat(pdf.invoice().attachments().getFirst().name()).isEqualTo("R-2026-7.pdf");
  }

  @Test
  void aProblemInTheDataNamesTheFileAndTheLineInIt() throws IOException {
    Problem problem =
        new Pdf()
            .with("factur-x.xml", data.with(">1210.00<", ">1211.00<").bytes())
            .file()
            .problem();
    assertThat(problem.code()).isEqualTo("TOTALS_DO_NOT_TIE");
    assertThat(problem.position()).matches("factur-x.xml, line \\d+");
    Problem cut =
        new Pdf()
            .with("factur-x.xml", data.text().substring(0, 2000).getBytes(StandardCharsets.UTF_8))
            .file()
            .problem();
    assertThat(cut.code()).isEqualTo("MALFORMED_XML");
    assertThat(cut.position()).startsWith("factur-x.xml, line ");
  }

  @Test
  void aPdfWithoutDataIsSaidToBeSuchWithTheRemedy() throws IOException {
    assertThat(new Pdf().file().problem().code()).isEqualTo("PDF_WITHOUT_DATA");
    assertThat(new Pdf().file().problem().message()).contains("ask the sender for an e-invoice");
    Problem letter =
        new Pdf()
            .with("factur-x.xml", "<Letter/>".getBytes(StandardCharsets.UTF_8))
            .file()
            .problem();
    assertThat(letter.code()).isEqualTo("PDF_WITHOUT_DATA");
    assertThat(letter.position()).isEqualTo("factur-x.xml");
  }

  @Test
  void anOrderIsNoInvoice() throws IOException {
    Problem order =
        new Pdf()
            .with(
                "order-x.xml", "<SCRDMCCBDACIOMessageStructure/>".getBytes(StandardCharsets.UTF_8))
            .file()
            .problem();
    assertThat(order.code()).isEqualTo("NOT_A_RECEIVABLE");
  }

  @Test
  void aPasswordKeepsTheDataClosedAndARestrictionDoesNot() throws IOException {
    assertThat(new Pdf().with("factur-x.xml", data.bytes()).file("secret").problem().code())
        .isEqualTo("PDF_ENCRYPTED");
    assertThat(new Pdf().with("factur-x.xml", data.bytes()).file("").invoice().number())
        .isEqualTo("2026-0042");
  }
}
