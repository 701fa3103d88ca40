package org.dunlin.connectors.cii;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.invoice.PrecedingInvoices;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.PrecedingInvoice;

/**
 * The earlier invoices that a document names: InvoiceReferencedDocument (EN 16931, BG-3) of the
 * document, and of its lines where a program puts it there (Factur-X EXTENDED).
 */
final class ReferencedInvoices {
  static final String NAME = "InvoiceReferencedDocument";

  private int taken;

  /** Takes over what a line names; the cursor stands on the line. */
  void ofLine(XmlCursor cursor, Element transaction) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().endsWith(Sections.SETTLEMENT)) {
        ofSettlement(cursor, transaction);
      } else {
        cursor.skip();
      }
    }
  }

  /** Takes over one reference, on which the cursor stands. */
  void adopt(XmlCursor cursor, Element parent) throws IOException {
    if (taken < PrecedingInvoices.MOST) {
      taken++;
      parent.adopt(cursor.element());
    } else {
      cursor.skip();
    }
  }

  static List<PrecedingInvoice> of(Sections sections) {
    List<PrecedingInvoice> named = new ArrayList<>();
    for (Element parent : List.of(sections.settlement(), sections.transaction())) {
      for (Element reference : parent.children(NAME)) {
        String number = CiiTranslator.id(reference);
        if (number != null) {
          Element date = reference.find("FormattedIssueDateTime");
          date = date == null ? reference.find("IssueDateTime") : date;
          named.add(new PrecedingInvoice(number, date == null ? null : CiiTranslator.day(date)));
        }
      }
    }
    return named;
  }

  private void ofSettlement(XmlCursor cursor, Element transaction) throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals(NAME)) {
        adopt(cursor, transaction);
      } else {
        cursor.skip();
      }
    }
  }
}
