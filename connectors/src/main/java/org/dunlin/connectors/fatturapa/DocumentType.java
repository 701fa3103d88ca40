package org.dunlin.connectors.fatturapa;

import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.InvoiceKind;

/**
 * Whether a document claims money or gives it back: its TipoDocumento (2.1.1.1). Where the buyer
 * wrote it to the tax office for a purchase, nobody is owed by it. A type that is not known says
 * nothing of who owes whom, so it refuses the document.
 */
final class DocumentType {
  private static final Set<String> INVOICES =
      Set.of("TD01", "TD02", "TD03", "TD05", "TD06", "TD07", "TD09", "TD24", "TD25", "TD26");

  private static final Set<String> CREDIT_NOTES = Set.of("TD04", "TD08");

  private static final Map<String, String> OWED_BY_NONE =
      Map.ofEntries(
          Map.entry("TD16", "completes a purchase under reverse charge"),
          Map.entry("TD17", "completes a purchase of services from abroad"),
          Map.entry("TD18", "completes a purchase of goods in the EU"),
          Map.entry("TD19", "completes a purchase of goods by article 17 c.2 DPR 633/72"),
          Map.entry("TD20", "regularises a purchase"),
          Map.entry("TD21", "is an invoice to oneself for an exceeded plafond"),
          Map.entry("TD22", "takes goods out of a VAT warehouse"),
          Map.entry("TD23", "takes goods out of a VAT warehouse"),
          Map.entry("TD27", "is for own use or for goods given away"),
          Map.entry("TD28", "reports a purchase from San Marino"),
          Map.entry("TD29", "reports an invoice that is missing or wrong"));

  private DocumentType() {}

  static InvoiceKind kind(Element type) {
    String code = String.valueOf(type.text());
    if (INVOICES.contains(code)) {
      return InvoiceKind.INVOICE;
    }
    if (CREDIT_NOTES.contains(code)) {
      return InvoiceKind.CREDIT_NOTE;
    }
    String purpose = OWED_BY_NONE.get(code);
    if (purpose != null) {
      throw type.refused(
          "NOT_A_RECEIVABLE",
          code + " " + purpose + ", and nobody owes it; leave it out, or correct the type");
    }
    throw type.refused(
        "WRONG_CODE",
        "'"
            + (code.length() > 10 ? code.substring(0, 10) + "…" : code)
            + "' is none of the document types TD01 to TD29, so nobody can say who owes whom;"
            + " correct it in the program");
  }
}
