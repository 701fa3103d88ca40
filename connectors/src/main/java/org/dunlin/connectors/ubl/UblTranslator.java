package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.invoice.BusinessTerms;
import org.dunlin.connectors.invoice.DocumentCurrency;
import org.dunlin.connectors.invoice.Envelope;
import org.dunlin.connectors.invoice.Figures;
import org.dunlin.connectors.invoice.InvoiceTranslator;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.invoice.TypeCode;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer and an invoice of each UBL 2 document (OASIS UBL 2.0 to 2.4, Invoice and
 * CreditNote) of a file: of the one that it is, or of those in an envelope. The parts that it needs
 * are few; everything else is passed over unread, and attached documents are read as streams, so
 * that their size does not matter.
 */
public final class UblTranslator extends InvoiceTranslator {
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
    return isOne(root.namespace(), root.name()) || Envelope.isOne(root);
  }

  @Override
  protected String syntax() {
    return "UBL 2";
  }

  @Override
  protected boolean isDocument(String namespace, String name) {
    return isOne(namespace, name);
  }

  @Override
  protected Element neededParts(XmlCursor cursor) throws IOException {
    Element document = cursor.start();
    BillingReferences preceding = new BillingReferences();
    DocumentReferences attachments = new DocumentReferences();
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case BillingReferences.NAME -> preceding.adopt(cursor, document);
        case "InvoiceLine", "CreditNoteLine" -> preceding.ofLine(cursor, document);
        case DocumentReferences.NAME -> attachments.adopt(cursor, document);
        case String name when NEEDED.contains(name) -> document.adopt(cursor.element());
        case String other -> cursor.skip();
      }
    }
    return document;
  }

  @Override
  protected BusinessTerms terms(Element document) {
    Party buyer = Parties.buyer(document);
    String number = document.requireText("ID");
    LocalDate issued = Values.date(document.require("IssueDate"));
    InvoiceKind kind = kind(document);
    Figures figures = MonetaryTotal.figures(document);
    Element due = document.filled("DueDate");
    PaymentTerms payment = new PaymentTerms(document);
    return new BusinessTerms(
        document,
        number,
        issued,
        kind,
        Parties.seller(document),
        buyer,
        payment.debitedAccounts(),
        due == null ? null : Values.date(due),
        figures,
        payment.paymentId(),
        document.text("OrderReference", "ID"),
        document.text("OrderReference", "SalesOrderID"),
        payment.notes(),
        payment.instructions(),
        payment.discounts(),
        payment.dated(new DocumentCurrency(figures.currency())),
        BillingReferences.of(document),
        DocumentReferences.of(document));
  }

  @Override
  protected @Nullable Problem tooMany(Element document, String source) {
    return DocumentReferences.tooMany(document, source);
  }

  @Override
  protected void attachments(XmlCursor cursor, int place, DocumentSink sink) throws IOException {
    DocumentReferences.read(cursor, place, sink);
  }

  private static boolean isOne(String namespace, String name) {
    return (name.equals(INVOICE) || name.equals(CREDIT_NOTE))
        && namespace.equals(NAMESPACE + name + "-2");
  }

  /** What the root element says, unless the type code says the contrary. */
  private static InvoiceKind kind(Element document) {
    boolean creditNote = document.name().equals(CREDIT_NOTE);
    InvoiceKind kind = creditNote ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
    Element type = document.filled(creditNote ? "CreditNoteTypeCode" : "InvoiceTypeCode");
    if (type != null) {
      TypeCode.check(type, kind, document.name());
    }
    return kind;
  }
}
