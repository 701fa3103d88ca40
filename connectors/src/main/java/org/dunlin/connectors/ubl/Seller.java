package org.dunlin.connectors.ubl;

import org.dunlin.connectors.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Who is owed: the AccountingSupplierParty (EN 16931: BG-4, the seller), also where another party
 * wrote the document or is paid in the seller's place (BG-10, BG-11).
 */
final class Seller {
  private Seller() {}

  /** Refuses a document in which one party bills itself, since nobody owes that. */
  static void check(Element document) {
    Element seller = document.find("AccountingSupplierParty", "Party");
    Element buyer = document.find("AccountingCustomerParty", "Party");
    if (seller == null || buyer == null) {
      return;
    }
    String registration = registration(seller);
    if (registration != null && registration.equals(registration(buyer))) {
      throw seller.refused(
          "NOT_A_RECEIVABLE",
          "seller and buyer have the same registration "
              + registration
              + ", and nobody owes himself; correct the party that is wrong");
    }
  }

  /** The legal registration (BT-30, BT-47); companies of a group may share a VAT number. */
  private static @Nullable String registration(Element party) {
    Element id = party.filled("PartyLegalEntity", "CompanyID");
    if (id == null) {
      return null;
    }
    String scheme = id.attribute("schemeID");
    return (scheme == null ? "" : scheme + ":") + id.text();
  }
}
