package org.dunlin.connectors.cii;

import org.dunlin.connectors.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a document, whose names D16B and ZUGFeRD 1 begin in different ways:
 * ExchangedDocument, SupplyChainTradeTransaction with ApplicableHeaderTradeAgreement and
 * ApplicableHeaderTradeSettlement.
 */
record Sections(Element header, Element transaction, Element agreement, Element settlement) {
  static final String HEADER = "ExchangedDocument";
  static final String TRANSACTION = "SupplyChainTradeTransaction";
  static final String AGREEMENT = "TradeAgreement";
  static final String SETTLEMENT = "TradeSettlement";
  static final String LINE = "IncludedSupplyChainTradeLineItem";

  static Sections of(Element document) {
    Element header = ending(document, HEADER);
    Element transaction = ending(document, TRANSACTION);
    return new Sections(
        header, transaction, ending(transaction, AGREEMENT), ending(transaction, SETTLEMENT));
  }

  private static Element ending(Element parent, String ending) {
    Element found = null;
    for (Element child : parent.children()) {
      found = found == null && child.name().endsWith(ending) ? child : found;
    }
    return orMissing(parent, found, ending);
  }

  private static Element orMissing(Element parent, @Nullable Element found, String ending) {
    if (found == null) {
      throw parent.missing(ending);
    }
    return found;
  }
}
