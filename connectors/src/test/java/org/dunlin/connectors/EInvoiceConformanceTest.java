package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.PlainXpath.nodes;
import static org.dunlin.connectors.PlainXpath.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;

/**
 * Every published invoice in CII, FatturaPA and PDF is read as another parser reads its XML, or
 * refused for its reason. The figures are printed.
 */
class EInvoiceConformanceTest {
  private static final String SETTLEMENT =
      "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/";
  private static final String SUM = SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/";
  private static final String AGREEMENT =
      "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";

  /** The documents that contradict themselves, and how. */
  private static final Map<String, String> REFUSED =
      Map.of("EN16931_Einfach_negativePaymentDue.cii.xml", "OVERPAID");

  /** What lies beside these is not what they hold; both were looked at. */
  private static final List<String> OTHER_DATA =
      List.of("zugferd_2p0_EN16931_Haftpflichtversicherung_Versicherungssteuer.pdf");

  private final Map<String, String> refused = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int files;
  private int invoices;
  private int fields;
  private int right;

  @Test
  void everyCiiInvoiceIsReadAsItStands() throws IOException {
    for (Path file : files("e-invoices", Format.CII)) {
      List<CanonicalRecord> records = read(file);
      if (!refused.containsKey(name(file))) {
        cii(file, records);
      }
    }
    say("CII");
    assertThat(refused).isEqualTo(REFUSED);
    assertThat(files).isGreaterThan(50);
  }

  @Test
  void everyFatturaPaInvoiceIsReadAsItStands() throws IOException {
    for (Path file : files("e-invoices/fatturapa", Format.FATTURA_PA)) {
      fatturaPa(file, read(file));
    }
    say("FatturaPA");
    assertThat(refused).isEmpty();
    assertThat(files).isGreaterThan(10);
  }

  @Test
  void everyPdfIsReadAsItsData() throws IOException {
    for (Path file : files("e-invoices/zugferd-facturx", Format.FACTUR_X)) {
      List<CanonicalRecord> records = read(file);
      if (!refused.containsKey(name(file))) {
        invoices++;
        pdf(file, records);
      }
    }
    say("PDF");
    assertThat(refused).isEmpty();
    assertThat(files).isGreaterThan(25);
  }

  private void cii(Path file, List<CanonicalRecord> records) throws IOException {
    Node root = Samples.document(file).getDocumentElement();
    Customer customer = (Customer) records.get(0);
    Invoice invoice = (Invoice) records.get(1);
    invoices++;
    is(file, "number", invoice.number(), text(root, "ExchangedDocument/ID"));
    is(
        file,
        "issued",
        invoice.issueDate().toString().replace("-", ""),
        text(root, "ExchangedDocument/IssueDateTime/DateTimeString"));
    is(file, "total", invoice.total().getAmount(), amount(root, SUM + "GrandTotalAmount"));
    is(file, "payable", invoice.outstanding().getAmount(), amount(root, SUM + "DuePayableAmount"));
    is(file, "currency", invoice.currency(), text(root, SETTLEMENT + "InvoiceCurrencyCode"));
    is(file, "name", customer.name(), text(root, AGREEMENT + "BuyerTradeParty/Name"));
    is(file, "reference", invoice.paymentReference(), text(root, SETTLEMENT + "PaymentReference"));
    String due = invoice.dueDate() == null ? null : invoice.dueDate().toString().replace("-", "");
    is(
        file,
        "due",
        due,
        text(root, SETTLEMENT + "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"));
  }

  private void fatturaPa(Path file, List<CanonicalRecord> records) throws IOException {
    Node root = Samples.document(file).getDocumentElement();
    List<Node> bodies = nodes(root, "FatturaElettronicaBody");
    assertThat(records).hasSize(2 * bodies.size());
    for (int i = 0; i < bodies.size(); i++) {
      Node body = bodies.get(i);
      Invoice invoice = (Invoice) records.get(2 * i + 1);
      invoices++;
      is(file, "number", invoice.number(), text(body, "DatiGenerali/DatiGeneraliDocumento/Numero"));
      is(
          file,
          "issued",
          invoice.issueDate(),
          text(body, "DatiGenerali/DatiGeneraliDocumento/Data"));
      BigDecimal net = amount(body, "DatiBeniServizi/DatiRiepilogo/ImponibileImporto");
      BigDecimal vat = amount(body, "DatiBeniServizi/DatiRiepilogo/Imposta");
      is(file, "total", invoice.total().getAmount(), net.add(vat));
      is(
          file,
          "payable",
          invoice.outstanding().getAmount(),
          amount(body, "DatiPagamento/DettaglioPagamento/ImportoPagamento"));
      is(
          file,
          "due",
          invoice.dueDate(),
          text(body, "DatiPagamento/DettaglioPagamento/DataScadenzaPagamento"));
    }
  }

  /** Beside most PDFs lies their data; the PDF adds itself as a document. */
  private void pdf(Path file, List<CanonicalRecord> records) throws IOException {
    Invoice invoice = (Invoice) records.get(1);
    is(file, "document", invoice.attachments().getFirst().mediaType(), "application/pdf");
    List<byte[]> documents = new ArrayList<>();
    Formats.translator(Format.FACTUR_X)
        .documents(
            new ByteArrayInputStream(Files.readAllBytes(file)),
            file.toString(),
            (place, ordinal, content) -> documents.add(content.readAllBytes()));
    assertThat(documents).hasSize(invoice.attachments().size());
    assertThat(documents.getFirst()).isEqualTo(Files.readAllBytes(file));
    Path data =
        file.resolveSibling(name(file).replace("zugferd_2p0_", "").replace(".pdf", ".cii.xml"));
    if (Files.exists(data) && !OTHER_DATA.contains(name(file))) {
      List<CanonicalRecord> expected = Samples.read(data);
      is(file, "customer", records.get(0), expected.get(0).toString());
      String same = expected.get(1).toString().replaceAll("attachments=.*", "");
      is(file, "invoice", invoice.toString().replaceAll("attachments=.*", ""), same);
    }
  }

  private List<CanonicalRecord> read(Path file) throws IOException {
    files++;
    List<CanonicalRecord> records;
    try {
      records = Samples.read(file);
    } catch (Untranslatable untranslatable) {
      records = List.of(untranslatable.problem());
    }
    if (records.getFirst() instanceof Problem problem) {
      refused.put(name(file), problem.code());
    }
    return records;
  }

  private void is(Path file, String field, @Nullable Object found, String expected) {
    check(file, field, found == null ? "" : found.toString(), expected);
  }

  private void is(Path file, String field, BigDecimal found, BigDecimal expected) {
    check(
        file,
        field,
        found.stripTrailingZeros().toPlainString(),
        expected.abs().stripTrailingZeros().toPlainString());
  }

  private void check(Path file, String field, String found, String expected) {
    fields++;
    if (found.equals(expected)) {
      right++;
    } else {
      wrong.add(name(file) + ": " + field + " is " + found + ", not " + expected);
    }
  }

  private void say(String format) {
    System.out.println(
        format
            + ": "
            + files
            + " files, "
            + invoices
            + " invoices, "
            + right
            + " of "
            + fields
            + " fields right, refused "
            + refused);
    assertThat(wrong).isEmpty();
  }

  private static BigDecimal amount(Node from, String path) {
    return nodes(from, path).stream()
        .limit(path.endsWith("GrandTotalAmount") ? 1 : Long.MAX_VALUE)
        .map(node -> new BigDecimal(node.getTextContent().strip()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<Path> files(String folder, Format format) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.walk(Samples.folder(folder))) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        if (Formats.detect(Files.readAllBytes(file)).filter(format::equals).isPresent()) {
          found.add(file);
        }
      }
    }
    return found;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
