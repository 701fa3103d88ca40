package org.dunlin.sandbox.world;

import java.util.Base64;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document as UBL 2.1 in the shape of Peppol BIS Billing 3 (EN 16931): what the accounting
 * program exports.
 */
final class InvoiceFile {
  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";

  private final Xml xml = new Xml();
  private final Document document;
  private final Creditor creditor;

  private InvoiceFile(Document document, Creditor creditor) {
    this.document = document;
    this.creditor = creditor;
  }

  static byte[] of(Document document, Creditor creditor) {
    return new InvoiceFile(document, creditor).bytes();
  }

  private byte[] bytes() {
    String root = document.isCreditNote() ? "CreditNote" : "Invoice";
    xml.element(
        root,
        this::content,
        "xmlns",
        UBL + root + "-2",
        "xmlns:cac",
        UBL + "CommonAggregateComponents-2",
        "xmlns:cbc",
        UBL + "CommonBasicComponents-2");
    return xml.bytes();
  }

  private void content() {
    header();
    if (document.hasPaper()) {
      xml.element("cac:AdditionalDocumentReference", this::paper);
    }
    InvoiceParties parties = new InvoiceParties(xml, document, creditor);
    xml.element("cac:AccountingSupplierParty", parties::supplier);
    xml.element("cac:AccountingCustomerParty", parties::customer);
    xml.element("cac:PaymentMeans", this::paymentMeans);
    new InvoiceTerms(xml, document).write();
    InvoiceAmounts amounts = new InvoiceAmounts(xml, document);
    amounts.totals();
    amounts.lines();
  }

  private void header() {
    xml.element(
        "cbc:CustomizationID",
        "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0");
    xml.element("cbc:ProfileID", "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0");
    xml.element("cbc:ID", document.number());
    xml.element("cbc:IssueDate", document.issued().toString());
    if (document.isCreditNote()) {
      xml.element("cbc:CreditNoteTypeCode", "381");
    } else {
      xml.element("cbc:DueDate", document.due().toString());
      xml.element("cbc:InvoiceTypeCode", "380");
    }
    xml.element("cbc:DocumentCurrencyCode", "EUR");
    xml.element("cbc:BuyerReference", document.debtor().number());
    credited(document.credits());
  }

  private void credited(@Nullable String invoice) {
    if (invoice != null) {
      xml.element(
          "cac:BillingReference",
          () -> xml.element("cac:InvoiceDocumentReference", () -> xml.element("cbc:ID", invoice)));
    }
  }

  private void paper() {
    xml.element("cbc:ID", document.number());
    String content = Base64.getEncoder().encodeToString(InvoicePdf.of(document));
    xml.element(
        "cac:Attachment",
        () ->
            xml.element(
                "cbc:EmbeddedDocumentBinaryObject",
                content,
                "mimeCode",
                "application/pdf",
                "filename",
                "factuur-" + document.number() + ".pdf"));
  }

  private void paymentMeans() {
    boolean debit = document.debtor().habit() == Habit.DIRECT_DEBIT;
    xml.element("cbc:PaymentMeansCode", debit ? "59" : "30");
    String reference = document.reference();
    if (reference != null) {
      xml.element("cbc:PaymentID", reference);
    }
    if (debit) {
      xml.element("cac:PaymentMandate", this::mandate);
    } else {
      xml.element("cac:PayeeFinancialAccount", this::payee);
    }
  }

  private void mandate() {
    xml.element("cbc:ID", document.debtor().mandate());
    xml.element(
        "cac:PayerFinancialAccount", () -> xml.element("cbc:ID", document.debtor().payer().iban()));
  }

  private void payee() {
    xml.element("cbc:ID", document.payTo().iban());
    xml.element("cbc:Name", Creditor.NAME);
    xml.element(
        "cac:FinancialInstitutionBranch", () -> xml.element("cbc:ID", document.payTo().bic()));
  }

  static void amount(Xml xml, String name, Money amount) {
    xml.element(name, Euro.text(amount), "currencyID", "EUR");
  }
}
