package org.dunlin.connectors.ubl;

import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.PrecedingInvoice;
import org.jspecify.annotations.Nullable;

/**
 * The earlier invoices that a document names: BillingReference/InvoiceDocumentReference (EN 16931,
 * BG-3) of the document, and of its lines where a program puts it there.
 */
final class PrecedingInvoices {
  static final String NAME = "BillingReference";

  /** More than one document can credit or correct; what comes behind is not read. */
  private static final int MOST = 500;

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
    if (taken < MOST) {
      taken++;
      document.adopt(cursor.element());
    } else {
      cursor.skip();
    }
  }

  /** Each number once, with its date where one is given, in the order of the file. */
  static List<PrecedingInvoice> of(Element document) {
    Map<String, PrecedingInvoice> named = new LinkedHashMap<>();
    for (Element reference : document.children(NAME)) {
      Element invoice = reference.find("InvoiceDocumentReference");
      String number = invoice == null ? null : invoice.text("ID");
      if (invoice != null && number != null) {
        named.merge(
            number, new PrecedingInvoice(number, date(invoice)), PrecedingInvoices::withDate);
      }
    }
    return List.copyOf(named.values());
  }

  private static @Nullable LocalDate date(Element invoice) {
    Element date = invoice.filled("IssueDate");
    return date == null ? null : Values.date(date);
  }

  private static PrecedingInvoice withDate(PrecedingInvoice one, PrecedingInvoice other) {
    return one.issueDate() == null ? other : one;
  }
}
