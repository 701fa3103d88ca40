package org.dunlin.connectors.ubl;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.reference.BelgianReference;
import org.dunlin.core.reference.CreditorReference;
import org.jspecify.annotations.Nullable;

/** What a document wants to be cited by when it is paid, and what it was ordered under. */
final class References {
  /** What Peppol BIS Billing 3 has in place of an order number when only a sales order is known. */
  private static final String NO_ORDER = "NA";

  private References() {}

  /**
   * The remittance information (BT-83). Without it, a structured reference that stands where UBL
   * has room for words to the payer, if its check digits prove it and it is the only one.
   */
  static @Nullable String payment(Element document) {
    List<Element> means = document.children("PaymentMeans");
    return means.stream()
        .map(each -> each.text("PaymentID"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> proven(document, means));
  }

  /** The purchase order (BT-13), else the sales order (BT-14). */
  static @Nullable String order(Element document) {
    String order = document.text("OrderReference", "ID");
    return order == null || order.equalsIgnoreCase(NO_ORDER)
        ? document.text("OrderReference", "SalesOrderID")
        : order;
  }

  private static @Nullable String proven(Element document, List<Element> means) {
    List<String> found =
        Stream.concat(
                means.stream()
                    .flatMap(
                        each ->
                            Stream.of(
                                each.text("InstructionID"),
                                each.text("InstructionNote"),
                                each.text("PayeeFinancialAccount", "PaymentNote"))),
                document.children("PaymentTerms").stream().map(terms -> terms.text("Note")))
            .filter(text -> text != null && proves(text))
            .distinct()
            .toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static boolean proves(String text) {
    return CreditorReference.isValid(text) || BelgianReference.isValid(text);
  }
}
