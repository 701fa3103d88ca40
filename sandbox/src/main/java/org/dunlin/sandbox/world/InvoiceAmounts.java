package org.dunlin.sandbox.world;

import java.math.BigDecimal;

/** The amounts of a UBL document: taxes, totals, lines. */
final class InvoiceAmounts {
  private final Xml xml;
  private final Document document;

  InvoiceAmounts(Xml xml, Document document) {
    this.xml = xml;
    this.document = document;
  }

  void totals() {
    Totals totals = document.totals();
    xml.element(
        "cac:TaxTotal",
        () -> {
          InvoiceFile.amount(xml, "cbc:TaxAmount", totals.tax());
          totals.groups().forEach(this::subtotal);
        });
    xml.element(
        "cac:LegalMonetaryTotal",
        () -> {
          InvoiceFile.amount(xml, "cbc:LineExtensionAmount", totals.net());
          InvoiceFile.amount(xml, "cbc:TaxExclusiveAmount", totals.net());
          InvoiceFile.amount(xml, "cbc:TaxInclusiveAmount", totals.gross());
          InvoiceFile.amount(xml, "cbc:PayableAmount", totals.gross());
        });
  }

  void lines() {
    String name = document.isCreditNote() ? "cac:CreditNoteLine" : "cac:InvoiceLine";
    for (int i = 0; i < document.lines().size(); i++) {
      int number = i + 1;
      Line line = document.lines().get(i);
      xml.element(name, () -> line(Integer.toString(number), line));
    }
  }

  private void subtotal(Totals.Group group) {
    xml.element(
        "cac:TaxSubtotal",
        () -> {
          InvoiceFile.amount(xml, "cbc:TaxableAmount", group.net());
          InvoiceFile.amount(xml, "cbc:TaxAmount", group.tax());
          xml.element("cac:TaxCategory", () -> category(group.percent(), true));
        });
  }

  private void line(String number, Line line) {
    String quantity = document.isCreditNote() ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity";
    xml.element("cbc:ID", number);
    xml.element(quantity, line.quantity().toPlainString(), "unitCode", line.unit());
    InvoiceFile.amount(xml, "cbc:LineExtensionAmount", line.net());
    xml.element(
        "cac:Item",
        () -> {
          xml.element("cbc:Name", line.name());
          xml.element("cac:ClassifiedTaxCategory", () -> category(line.percent(), false));
        });
    xml.element("cac:Price", () -> InvoiceFile.amount(xml, "cbc:PriceAmount", line.price()));
  }

  /**
   * Standard rate; reverse charge where the buyer accounts for the tax (VATEX-EU-AE); export where
   * the goods leave the Union (VATEX-EU-G).
   */
  private void category(BigDecimal percent, boolean reason) {
    boolean untaxed = percent.signum() == 0;
    boolean exported = document.debtor().country().equals("GB");
    String free = exported ? "G" : "AE";
    xml.element("cbc:ID", untaxed ? free : "S");
    xml.element("cbc:Percent", percent.toPlainString());
    if (untaxed && reason) {
      xml.element("cbc:TaxExemptionReasonCode", "VATEX-EU-" + free);
      xml.element("cbc:TaxExemptionReason", exported ? "Uitvoer" : "Btw verlegd");
    }
    xml.element("cac:TaxScheme", () -> xml.element("cbc:ID", "VAT"));
  }
}
