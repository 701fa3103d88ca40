package org.dunlin.connectors.invoice;

import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.InvoiceKind;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document claims money or gives it back, by its type code (BT-3, UNTDID 1001). Corrected
 * (384), partial (326), prepayment (386) and all other invoices of EN 16931 are owed as they stand.
 * A self-billed one (389, 261) was written by the customer, but the supplier in it is still who is
 * owed. A code that EN 16931 does not know says nothing.
 */
public final class TypeCode {
  /** The codes that EN 16931 lists for credit notes. */
  private static final Set<String> CREDIT_NOTES =
      Set.of(
          "81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

  private static final String PRO_FORMA = "325";

  /** An invoice and a credit note whose claim was sold. */
  private static final Set<String> FACTORED = Set.of("393", "396");

  private TypeCode() {}

  /** The kind that the code says, where the syntax says it nowhere else; refuses what none owes. */
  public static InvoiceKind kind(@Nullable Element type) {
    boolean creditNote = type != null && CREDIT_NOTES.contains(String.valueOf(type.text()));
    if (type != null) {
      refuseNoReceivable(type, creditNote);
    }
    return creditNote ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
  }

  /** Refuses a code that contradicts the kind that the document's name says, or what none owes. */
  public static void check(Element type, InvoiceKind kind, String documentName) {
    boolean creditNote = kind == InvoiceKind.CREDIT_NOTE;
    if (CREDIT_NOTES.contains(String.valueOf(type.text())) != creditNote) {
      throw type.refused(
          "TYPE_CONTRADICTS_DOCUMENT",
          "type "
              + type.text()
              + " contradicts the document element "
              + documentName
              + ", so nobody can say who owes whom; ask for a corrected document");
    }
    refuseNoReceivable(type, creditNote);
  }

  static InvoiceKind opposite(InvoiceKind kind) {
    return switch (kind) {
      case INVOICE -> InvoiceKind.CREDIT_NOTE;
      case CREDIT_NOTE -> InvoiceKind.INVOICE;
    };
  }

  private static void refuseNoReceivable(Element type, boolean creditNote) {
    String code = String.valueOf(type.text());
    if (code.equals(PRO_FORMA)) {
      throw type.refused("NOT_A_RECEIVABLE", "325 is a pro forma invoice, which nobody owes");
    }
    if (FACTORED.contains(code)) {
      throw type.refused(
          "NOT_A_RECEIVABLE",
          code
              + " is a document whose claim was sold to a factor, who collects it; where the"
              + " company collects itself, have the document written with type "
              + (creditNote ? "381" : "380"));
    }
  }
}
