package org.dunlin.connectors.cii;

import java.io.IOException;
import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;

/** Takes the parts of interest of one document; the rest, above all its lines, is not kept. */
final class NeededParts {
  private static final Set<String> OF_HEADER = Set.of("ID", "TypeCode", "IssueDateTime");

  private static final Set<String> OF_AGREEMENT =
      Set.of(
          "SellerTradeParty",
          "BuyerTradeParty",
          "BuyerOrderReferencedDocument",
          "SellerOrderReferencedDocument");

  private static final Set<String> OF_SETTLEMENT =
      Set.of(
          "PaymentReference",
          "InvoiceCurrencyCode",
          "SpecifiedTradeSettlementPaymentMeans",
          "SpecifiedTradePaymentTerms",
          MonetarySummation.ADJUSTMENT,
          "SpecifiedTradeSettlementHeaderMonetarySummation",
          "SpecifiedTradeSettlementMonetarySummation");

  private final ReferencedInvoices preceding = new ReferencedInvoices();
  private final AdditionalDocuments attachments = new AdditionalDocuments();

  /** The parts of the document on which the cursor stands. */
  Element of(XmlCursor cursor) throws IOException {
    Element document = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().endsWith(Sections.TRANSACTION)) {
        document.adopt(transaction(cursor));
      } else if (cursor.name().endsWith(Sections.HEADER)) {
        document.adopt(header(cursor));
      } else {
        cursor.skip();
      }
    }
    return document;
  }

  private static Element header(XmlCursor cursor) throws IOException {
    Element header = cursor.start();
    while (cursor.nextChild()) {
      adoptOrSkip(cursor, header, OF_HEADER);
    }
    return header;
  }

  private Element transaction(XmlCursor cursor) throws IOException {
    Element transaction = cursor.start();
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (name.equals(Sections.LINE)) {
        preceding.ofLine(cursor, transaction);
      } else if (name.endsWith(Sections.AGREEMENT)) {
        transaction.adopt(agreement(cursor));
      } else if (name.endsWith(Sections.SETTLEMENT)) {
        transaction.adopt(settlement(cursor));
      } else {
        cursor.skip();
      }
    }
    return transaction;
  }

  private Element agreement(XmlCursor cursor) throws IOException {
    Element agreement = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().equals(AdditionalDocuments.NAME)) {
        attachments.adopt(cursor, agreement);
      } else {
        adoptOrSkip(cursor, agreement, OF_AGREEMENT);
      }
    }
    return agreement;
  }

  private Element settlement(XmlCursor cursor) throws IOException {
    Element settlement = cursor.start();
    while (cursor.nextChild()) {
      if (cursor.name().equals(ReferencedInvoices.NAME)) {
        preceding.adopt(cursor, settlement);
      } else {
        adoptOrSkip(cursor, settlement, OF_SETTLEMENT);
      }
    }
    return settlement;
  }

  private static void adoptOrSkip(XmlCursor cursor, Element parent, Set<String> needed)
      throws IOException {
    if (needed.contains(cursor.name())) {
      parent.adopt(cursor.element());
    } else {
      cursor.skip();
    }
  }
}
