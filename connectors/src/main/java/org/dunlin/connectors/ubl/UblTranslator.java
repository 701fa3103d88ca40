package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;

/**
 * Makes a customer and an invoice of each UBL 2 document (OASIS UBL 2.0 to 2.4, Invoice and
 * CreditNote) of a file: of the one that it is, or of those in an envelope. The parts that it needs
 * are few; everything else is passed over unread, and attached documents are read as streams, so
 * that their size does not matter.
 */
public final class UblTranslator implements Translator {
  private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String INVOICE = "Invoice";
  private static final String CREDIT_NOTE = "CreditNote";

  private static final Set<String> NEEDED =
      Set.of(
          "CustomizationID",
          "ID",
          "IssueDate",
          "DueDate",
          "InvoiceTypeCode",
          "CreditNoteTypeCode",
          "DocumentCurrencyCode",
          "OrderReference",
          "AccountingSupplierParty",
          "AccountingCustomerParty",
          "PaymentMeans",
          "PaymentTerms",
          "PrepaidPayment",
          "TaxTotal",
          "WithholdingTaxTotal",
          "LegalMonetaryTotal");

  /** Whether a file with this root element is one that this reads. */
  public static boolean reads(XmlRoot root) {
    return isDocument(root.namespace(), root.name()) || Envelope.isOne(root);
  }

  @Override
  public void translate(InputStream stream, String source, RecordSink sink) throws IOException {
    XmlCursor cursor = new XmlCursor(stream, source);
    try {
      if (isDocument(cursor.namespace(), cursor.name())) {
        Element document = neededParts(cursor);
        cursor.finish();
        sink.document(0);
        records(document, source, sink);
      } else {
        Envelope.open(cursor, source, sink);
        cursor.finish();
      }
    } catch (Refusal tooMany) {
      throw new Untranslatable(tooMany.in(source));
    }
  }

  @Override
  public void documents(InputStream stream, String source, DocumentSink sink) throws IOException {
    XmlCursor cursor = new XmlCursor(stream, source);
    if (isDocument(cursor.namespace(), cursor.name())) {
      Attachments.read(cursor, 0, sink);
    } else {
      Envelope.documents(cursor, sink);
    }
    cursor.finish();
  }

  static boolean isDocument(String namespace, String name) {
    return (name.equals(INVOICE) || name.equals(CREDIT_NOTE))
        && namespace.equals(NAMESPACE + name + "-2");
  }

  /** The parts of interest of the document on which the cursor stands; the rest is not kept. */
  static Element neededParts(XmlCursor cursor) throws IOException {
    Element document = cursor.start();
    PrecedingInvoices preceding = new PrecedingInvoices();
    Attachments attachments = new Attachments();
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case PrecedingInvoices.NAME -> preceding.adopt(cursor, document);
        case "InvoiceLine", "CreditNoteLine" -> preceding.ofLine(cursor, document);
        case Attachments.NAME -> attachments.adopt(cursor, document);
        case String name when NEEDED.contains(name) -> document.adopt(cursor.element());
        case String other -> cursor.skip();
      }
    }
    return document;
  }

  /** Hands over what becomes of a document: its customer and invoice, or the one problem. */
  static void records(Element document, String source, Consumer<CanonicalRecord> sink) {
    Customer customer;
    Invoice invoice;
    try {
      customer = Buyer.customer(document);
      Seller.check(document);
      invoice = Document.invoice(document, customer.id());
    } catch (Refusal refusal) {
      sink.accept(refusal.in(source));
      return;
    }
    Optional<Problem> tooLong =
        LongIdentifiers.in(customer, source).or(() -> LongIdentifiers.in(invoice, source));
    if (tooLong.isPresent()) {
      sink.accept(tooLong.get());
      return;
    }
    sink.accept(customer);
    sink.accept(invoice);
    Problem tooMany = Attachments.tooMany(document, source);
    if (tooMany != null) {
      sink.accept(tooMany);
    }
  }
}
