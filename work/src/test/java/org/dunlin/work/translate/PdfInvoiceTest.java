package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.KeptDocument;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A PDF with data inside becomes an invoice, and the PDF is kept as what it shows. */
class PdfInvoiceTest {
  private static final InvoiceFile INVOICE =
      InvoiceFile.of("2026-1001", "C1", LocalDate.of(2026, 11, 23), "100.00");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void thePdfItselfIsKeptByteForByteAsTheInvoicesDocument() throws IOException {
    byte[] pdf = pdf();
    hub.offer("invoice.pdf", pdf);
    hub.settle();

    UUID invoice = hub.jdbc().sql("select invoice_id from invoice").query(UUID.class).single();
    KeptDocument kept = hub.stores.documents().of("acme", invoice).getFirst();
    assertThat(kept.attachment().name()).isEqualTo("2026-1001.pdf");
    try (InputStream content = hub.stores.documents().read("acme", kept)) {
      assertThat(content.readAllBytes()).isEqualTo(pdf);
    }
  }

  private static byte[] pdf() throws IOException {
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      PDComplexFileSpecification file = new PDComplexFileSpecification();
      file.setFile("factur-x.xml");
      file.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(INVOICE.bytes())));
      PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
      files.setNames(Map.of("factur-x.xml", file));
      PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(files);
      document.getDocumentCatalog().setNames(names);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
