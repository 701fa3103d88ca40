package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Refusal;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;

/**
 * Makes a customer and an invoice of one UBL 2 document (OASIS UBL 2.0 to 2.3, Invoice and
 * CreditNote). The parts that it needs are few; everything else is passed over unread, so that the
 * size of attachments does not matter.
 */
public final class UblTranslator implements Translator {
  private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String INVOICE = "Invoice";
  private static final String CREDIT_NOTE = "CreditNote";

  private static final Set<String> NEEDED =
      Set.of(
          "ID",
          "IssueDate",
          "DueDate",
          "InvoiceTypeCode",
          "CreditNoteTypeCode",
          "DocumentCurrencyCode",
          "OrderReference",
          "AccountingCustomerParty",
          "PaymentMeans",
          "PaymentTerms",
          "LegalMonetaryTotal");

  /** Whether a file with this root element is one that this reads. */
  public static boolean reads(XmlRoot root) {
    return (root.name().equals(INVOICE) || root.name().equals(CREDIT_NOTE))
        && root.namespace().equals(NAMESPACE + root.name() + "-2");
  }

  @Override
  public Format format() {
    return Format.UBL;
  }

  @Override
  public void translate(InputStream stream, String source, Consumer<CanonicalRecord> sink)
      throws IOException {
    Element document = neededParts(new XmlCursor(stream, source));
    Customer customer;
    Invoice invoice;
    try {
      customer = Buyer.customer(document);
      invoice = Document.invoice(document, customer.id());
    } catch (Refusal refusal) {
      sink.accept(refusal.in(source));
      return;
    }
    sink.accept(customer);
    sink.accept(invoice);
  }

  private static Element neededParts(XmlCursor cursor) throws IOException {
    Element document = cursor.start();
    while (cursor.nextChild()) {
      if (NEEDED.contains(cursor.name())) {
        document.adopt(cursor.element());
      } else {
        cursor.skip();
      }
    }
    cursor.finish();
    return document;
  }
}
