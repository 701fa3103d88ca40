package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.invoice.PrecedingInvoices;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.PrecedingInvoice;

/**
 * The earlier invoices that a document names: BillingReference/InvoiceDocumentReference (EN 16931,
 * BG-3) of the document, and of its lines where a program puts it there.
 */
final class BillingReferences {
  static final String NAME = "BillingReference";

  private int taken;

  /** Takes over what a line names; the cursor stands on the line. */
  void ofLine(XmlCursor cursor, Element document) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(NAME)) {
        adopt(cursor, document);
      } else {
        cursor.skip();
      }
    }
  }

  /** Takes over one reference, on which the cursor stands. */
  void adopt(XmlCursor cursor, Element document) throws IOException {
    if (taken < PrecedingInvoices.MOST) {
      taken++;
      document.adopt(cursor.element());
    } else {
      cursor.skip();
    }
  }

  static List<PrecedingInvoice> of(Element document) {
    List<PrecedingInvoice> named = new ArrayList<>();
    for (Element reference : document.children(NAME)) {
      Element invoice = reference.find("InvoiceDocumentReference");
      String number = invoice == null ? null : invoice.text("ID");
      if (invoice != null && number != null) {
        Element date = invoice.filled("IssueDate");
        named.add(new PrecedingInvoice(number, date == null ? null : Values.date(date)));
      }
    }
    return named;
  }
}
