package org.dunlin.work;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes UBL 2 invoices with what the tests need, apart from the code that reads them.
 *
 * @param customer the registration number, which is the customer's source id
 * @param payable what the source says is outstanding
 */
public record InvoiceFile(
    String number,
    String customer,
    String name,
    @Nullable String email,
    LocalDate issued,
    LocalDate due,
    String currency,
    String total,
    String payable) {

  /** An invoice in euros of which nothing is paid, issued 30 days before it is due. */
  public static InvoiceFile of(String number, String customer, LocalDate due, String total) {
    return new InvoiceFile(
        number,
        customer,
        "Customer " + customer,
        "ap@" + customer + ".example",
        due.minusDays(30),
        due,
        "EUR",
        total,
        total);
  }

  /** The same invoice after its source has seen some of it paid. */
  public InvoiceFile payable(String left) {
    return new InvoiceFile(number, customer, name, email, issued, due, currency, total, left);
  }

  /** The same invoice due on another day. */
  public InvoiceFile due(LocalDate day) {
    return new InvoiceFile(number, customer, name, email, issued, day, currency, total, payable);
  }

  /** The same invoice in another currency. */
  public InvoiceFile in(String other) {
    return new InvoiceFile(number, customer, name, email, issued, due, other, total, payable);
  }

  /** The same invoice to the customer at another address, or at none. */
  public InvoiceFile to(@Nullable String address) {
    return new InvoiceFile(number, customer, name, address, issued, due, currency, total, payable);
  }

  /** The same invoice with the customer called otherwise. */
  public InvoiceFile named(String other) {
    return new InvoiceFile(number, customer, other, email, issued, due, currency, total, payable);
  }

  /** The same invoice issued on another day. */
  public InvoiceFile issued(LocalDate day) {
    return new InvoiceFile(number, customer, name, email, day, due, currency, total, payable);
  }

  /** The same invoice over another amount, of which nothing is paid. */
  public InvoiceFile over(String amount) {
    return new InvoiceFile(number, customer, name, email, issued, due, currency, amount, amount);
  }

  /** A credit note of this amount that names this invoice. */
  public byte[] creditNote(String noteNumber, String amount) {
    return creditNote(noteNumber, amount, amount);
  }

  /** A credit note that names this invoice, of which so much is left. */
  public byte[] creditNote(String noteNumber, String amount, String left) {
    String named =
        "<cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>"
            + number
            + "</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>";
    InvoiceFile note =
        new InvoiceFile(noteNumber, customer, name, email, issued, due, currency, amount, left);
    return note.text()
        .replace("Invoice-2", "CreditNote-2")
        .replace("<Invoice ", "<CreditNote ")
        .replace("</Invoice>", "</CreditNote>")
        .replace("<cbc:DueDate>" + due + "</cbc:DueDate>", "")
        .replace("<cac:AccountingCustomerParty>", named + "<cac:AccountingCustomerParty>")
        .getBytes(UTF_8);
  }

  /** The invoice with an attached document. */
  public byte[] attaching(String name, String mediaType, String base64) {
    String attached =
        "<cac:AdditionalDocumentReference><cbc:ID>A</cbc:ID><cac:Attachment>"
            + "<cbc:EmbeddedDocumentBinaryObject mimeCode=\"%s\" filename=\"%s\">%s</cbc:EmbeddedDocumentBinaryObject>"
                .formatted(mediaType, name, base64)
            + "</cac:Attachment></cac:AdditionalDocumentReference>";
    return text()
        .replace("<cac:AccountingCustomerParty>", attached + "<cac:AccountingCustomerParty>")
        .getBytes(UTF_8);
  }

  /** An envelope of the Peppol network with these files in it. */
  public static String envelope(String... files) {
    String inside =
        Stream.of(files)
            .map(text -> text.substring(text.indexOf("?>") + 2))
            .collect(Collectors.joining());
    String name = "StandardBusinessDocument";
    String namespace = "http://www.unece.org/cefact/namespaces/" + name + "Header";
    return "<%1$s xmlns=\"%2$s\"><%1$sHeader/>%3$s</%1$s>".formatted(name, namespace, inside);
  }

  /** The file. */
  public byte[] bytes() {
    return text().getBytes(UTF_8);
  }

  private String text() {
    String mail = email == null ? "" : "<cbc:ElectronicMail>" + email + "</cbc:ElectronicMail>";
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
             xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
             xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>%1$s</cbc:ID>
      <cbc:IssueDate>%2$s</cbc:IssueDate>
      <cbc:DueDate>%3$s</cbc:DueDate>
      <cbc:DocumentCurrencyCode>%4$s</cbc:DocumentCurrencyCode>
      <cac:AccountingCustomerParty><cac:Party>
        <cac:PartyLegalEntity>
          <cbc:RegistrationName>%5$s</cbc:RegistrationName>
          <cbc:CompanyID>%6$s</cbc:CompanyID>
        </cac:PartyLegalEntity>
        <cac:Contact>%7$s</cac:Contact>
      </cac:Party></cac:AccountingCustomerParty>
      <cac:LegalMonetaryTotal>
        <cbc:TaxInclusiveAmount currencyID="%4$s">%8$s</cbc:TaxInclusiveAmount>
        <cbc:PayableAmount currencyID="%4$s">%9$s</cbc:PayableAmount>
      </cac:LegalMonetaryTotal>
    </Invoice>
    """
        .formatted(number, issued, due, currency, name, customer, mail, total, payable);
  }
}
