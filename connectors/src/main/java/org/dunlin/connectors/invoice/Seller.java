package org.dunlin.connectors.invoice;

/**
 * Who is owed: the seller (EN 16931, BG-4), also where another party wrote the document or is paid
 * in the seller's place (BG-10, BG-11).
 */
final class Seller {
  private Seller() {}

  /**
   * Refuses a document in which one party bills itself, since nobody owes that. Companies of a
   * group may share a VAT number, so the registrations (BT-30, BT-47) are compared.
   */
  static void check(Party seller, Party buyer) {
    Identifier registration = seller.registration();
    if (registration != null && registration.equals(buyer.registration())) {
      throw seller
          .at()
          .refused(
              "NOT_A_RECEIVABLE",
              "seller and buyer have the same registration "
                  + registration.qualified()
                  + ", and nobody owes himself; correct the party that is wrong");
    }
  }
}
