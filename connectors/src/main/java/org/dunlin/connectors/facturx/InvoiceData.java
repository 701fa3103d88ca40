package org.dunlin.connectors.facturx;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.cii.CiiTranslator;
import org.dunlin.connectors.invoice.Envelope;
import org.dunlin.connectors.ubl.UblTranslator;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.Problem;

/**
 * The file in a PDF that holds the invoice's data. The standards name it factur-x.xml,
 * zugferd-invoice.xml (version 2.0), ZUGFeRD-invoice.xml (version 1) or xrechnung.xml; one that a
 * program named otherwise is found by its content. An order (order-x.xml) is no invoice.
 *
 * @param name as the PDF has it
 * @param others the other files in the PDF
 */
record InvoiceData(String name, byte[] bytes, Translator translator, List<EmbeddedFile> others) {
  private static final List<String> NAMES =
      List.of("factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml");

  private static final String ORDER = "order-x.xml";
  private static final int HEAD_BYTES = 64 * 1024;

  /**
   * The data of a PDF.
   *
   * @throws Untranslatable (PDF_WITHOUT_DATA, NOT_A_RECEIVABLE) where it holds none
   */
  static InvoiceData of(PdfFile pdf, String source) {
    List<EmbeddedFile> files =
        pdf.files().stream().sorted(Comparator.comparingInt(InvoiceData::rank)).toList();
    for (EmbeddedFile file : files) {
      if (isXml(file)) {
        byte[] bytes = file.bytes(source);
        Optional<Translator> translator = translator(bytes);
        if (translator.isPresent()) {
          List<EmbeddedFile> others =
              pdf.files().stream().filter(each -> !each.equals(file)).toList();
          return new InvoiceData(file.name(), bytes, translator.get(), others);
        }
      }
    }
    throw new Untranslatable(none(files, source));
  }

  private static int rank(EmbeddedFile file) {
    int known = NAMES.indexOf(file.name().toLowerCase(Locale.ROOT));
    return known < 0 ? NAMES.size() : known;
  }

  private static boolean isXml(EmbeddedFile file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(".xml")
        || String.valueOf(file.mediaType()).toLowerCase(Locale.ROOT).endsWith("/xml");
  }

  private static Optional<Translator> translator(byte[] bytes) {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD_BYTES));
    return XmlRoot.of(head)
        .filter(root -> !Envelope.isOne(root))
        .flatMap(
            root ->
                CiiTranslator.reads(root)
                    ? Optional.of(new CiiTranslator())
                    : UblTranslator.reads(root)
                        ? Optional.of(new UblTranslator())
                        : Optional.empty());
  }

  private static Problem none(List<EmbeddedFile> files, String source) {
    for (EmbeddedFile file : files) {
      if (file.name().equalsIgnoreCase(ORDER)) {
        return new Problem(
            source,
            file.name(),
            "NOT_A_RECEIVABLE",
            "the PDF holds an order (Order-X), which nobody owes; send the invoice");
      }
      if (rank(file) < NAMES.size()) {
        return new Problem(
            source,
            file.name(),
            "PDF_WITHOUT_DATA",
            "the file in the PDF that should hold the invoice is no invoice in CII or UBL; have the"
                + " program that wrote it export it again");
      }
    }
    return new Problem(
        source,
        null,
        "PDF_WITHOUT_DATA",
        "the PDF shows an invoice to people but holds no data (Factur-X, ZUGFeRD, XRechnung), and"
            + " nothing is guessed from its pages; ask the sender for an e-invoice, or enter it by"
            + " hand");
  }
}
