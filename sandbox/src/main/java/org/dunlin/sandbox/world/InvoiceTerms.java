package org.dunlin.sandbox.world;

/** What a UBL document says of when and how much is to be paid. */
final class InvoiceTerms {
  private final Xml xml;
  private final Document document;

  InvoiceTerms(Xml xml, Document document) {
    this.xml = xml;
    this.document = document;
  }

  void write() {
    if (Discount.offeredOn(document)) {
      xml.element("cac:PaymentTerms", this::discount);
    } else if (Instalments.of(document).isEmpty()) {
      xml.element("cac:PaymentTerms", () -> xml.element("cbc:Note", sentence()));
    } else {
      Instalments.of(document).forEach(part -> xml.element("cac:PaymentTerms", () -> part(part)));
    }
  }

  /** In Germany as a line of XRechnung (BR-DE-18), elsewhere in fields of its own. */
  private void discount() {
    if (document.debtor().country().equals("DE")) {
      String line = "#SKONTO#TAGE=" + Discount.DAYS + "#PROZENT=" + Discount.PERCENT + ".00#\n";
      xml.element("cbc:Note", line);
      return;
    }
    xml.element("cbc:Note", sentence());
    xml.element("cbc:SettlementDiscountPercent", Discount.PERCENT);
    String until = Discount.until(document).toString();
    xml.element("cac:SettlementPeriod", () -> xml.element("cbc:EndDate", until));
  }

  private void part(Instalments.Part part) {
    InvoiceFile.amount(xml, "cbc:Amount", part.amount());
    xml.element("cbc:InstallmentDueDate", part.due().toString());
  }

  private String sentence() {
    int days = document.debtor().termDays();
    return switch (document.debtor().language()) {
      case "de" -> "Zahlbar innerhalb von " + days + " Tagen";
      case "fr" -> "Paiement sous " + days + " jours";
      case "en" -> "Payment within " + days + " days";
      default -> "Betaling binnen " + days + " dagen";
    };
  }
}
