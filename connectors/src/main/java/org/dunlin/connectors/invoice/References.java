package org.dunlin.connectors.invoice;

import java.util.List;
import org.dunlin.core.reference.BelgianReference;
import org.dunlin.core.reference.CreditorReference;
import org.jspecify.annotations.Nullable;

/** What a document wants to be cited by when it is paid, and what it was ordered under. */
final class References {
  /** What Peppol BIS Billing 3 has in place of an order number when only a sales order is known. */
  private static final String NO_ORDER = "NA";

  private References() {}

  /**
   * The remittance information (BT-83). Without it, a structured reference that stands where there
   * is room for words to the payer, if its check digits prove it and it is the only one.
   */
  static @Nullable String payment(@Nullable String remittance, List<String> elsewhere) {
    if (remittance != null) {
      return remittance;
    }
    List<String> found = elsewhere.stream().filter(References::proves).distinct().toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /** The purchase order (BT-13), else the sales order (BT-14). */
  static @Nullable String order(@Nullable String order, @Nullable String salesOrder) {
    return order == null || order.equalsIgnoreCase(NO_ORDER) ? salesOrder : order;
  }

  private static boolean proves(String text) {
    return CreditorReference.isValid(text) || BelgianReference.isValid(text);
  }
}
