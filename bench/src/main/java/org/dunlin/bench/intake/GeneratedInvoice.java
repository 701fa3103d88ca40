package org.dunlin.bench.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** UBL invoices of about 8 KB, no two alike. */
final class GeneratedInvoice {
  private static final int LINES = 11;
  private static final AtomicLong NUMBERS = new AtomicLong();

  private GeneratedInvoice() {}

  static byte[] next() {
    long number = NUMBERS.incrementAndGet();
    StringBuilder xml = new StringBuilder(9_000);
    xml.append(
        String.format(
            Locale.ROOT,
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
              <cbc:ID>2026-%d</cbc:ID>
              <cbc:IssueDate>2026-11-02</cbc:IssueDate><cbc:DueDate>2026-12-02</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
              <cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity>
                <cbc:RegistrationName>Kroon Papier B.V.</cbc:RegistrationName>
              </cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty><cac:Party>
                <cac:PostalAddress><cbc:StreetName>Havenstraat %d</cbc:StreetName>
                  <cbc:CityName>Zwolle</cbc:CityName><cbc:PostalZone>8011 AA</cbc:PostalZone>
                  <cac:Country><cbc:IdentificationCode>NL</cbc:IdentificationCode></cac:Country>
                </cac:PostalAddress>
                <cac:PartyLegalEntity><cbc:RegistrationName>Customer %d</cbc:RegistrationName>
                </cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>
            """,
            number,
            number % 97,
            number % 1009));
    for (int line = 1; line <= LINES; line++) {
      line(xml, line, number * 31 + line * 7L);
    }
    return xml.append("</Invoice>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder xml, int line, long article) {
    long cents = 1000 + article % 90_000;
    xml.append(
        String.format(
            Locale.ROOT,
            """
              <cac:InvoiceLine>
                <cbc:ID>%1$d</cbc:ID>
                <cbc:InvoicedQuantity unitCode="C62">%2$d</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="EUR">%3$d.%4$02d</cbc:LineExtensionAmount>
                <cac:Item><cbc:Name>Article %5$x, boxed, as agreed</cbc:Name>
                  <cac:SellersItemIdentification><cbc:ID>%5$x</cbc:ID></cac:SellersItemIdentification>
                  <cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent>
                    <cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
                </cac:Item>
                <cac:Price><cbc:PriceAmount currencyID="EUR">%3$d.%4$02d</cbc:PriceAmount></cac:Price>
              </cac:InvoiceLine>
            """,
            line,
            1 + article % 40,
            cents / 100,
            cents % 100,
            article * 0x9E3779B97F4A7C15L));
  }
}
