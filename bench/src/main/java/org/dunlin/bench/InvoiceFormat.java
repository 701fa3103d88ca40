package org.dunlin.bench;

import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.Format;

/** The formats of invoices that are measured, each with one of fifty lines. */
enum InvoiceFormat {
  UBL(Format.UBL) {
    @Override
    String text() {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\""
          + " xmlns:cac=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\""
          + " xmlns:cbc=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\">"
          + "<cbc:ID>2026-0042</cbc:ID><cbc:IssueDate>2026-11-01</cbc:IssueDate>"
          + "<cbc:DueDate>2026-12-01</cbc:DueDate><cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>"
          + "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingCustomerParty>"
          + "<cac:Party><cac:PartyName><cbc:Name>Bakkerij Jansen</cbc:Name></cac:PartyName>"
          + "<cac:PartyLegalEntity><cbc:RegistrationName>Bakkerij Jansen B.V."
          + "</cbc:RegistrationName><cbc:CompanyID>12345678</cbc:CompanyID></cac:PartyLegalEntity>"
          + "</cac:Party></cac:AccountingCustomerParty><cac:LegalMonetaryTotal>"
          + "<cbc:TaxInclusiveAmount currencyID=\"EUR\">1210.00</cbc:TaxInclusiveAmount>"
          + "<cbc:PayableAmount currencyID=\"EUR\">1210.00</cbc:PayableAmount>"
          + "</cac:LegalMonetaryTotal>"
          + ("<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:InvoicedQuantity unitCode=\"C62\">2"
                  + "</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID=\"EUR\">20.00"
                  + "</cbc:LineExtensionAmount><cac:Item><cbc:Name>Brood</cbc:Name></cac:Item>"
                  + "<cac:Price><cbc:PriceAmount currencyID=\"EUR\">10.00</cbc:PriceAmount>"
                  + "</cac:Price></cac:InvoiceLine>")
              .repeat(LINES)
          + "</Invoice>";
    }
  },

  CII(Format.CII) {
    @Override
    String text() {
      return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          + "<rsm:CrossIndustryInvoice"
          + " xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""
          + " xmlns:ram=\"urn:un:unece:uncefact:data:standard:"
          + "ReusableAggregateBusinessInformationEntity:100\""
          + " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">"
          + "<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>"
          + "<ram:ID>urn:cen.eu:en16931:2017</ram:ID>"
          + "</ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>"
          + "<rsm:ExchangedDocument><ram:ID>RE-2026-11</ram:ID><ram:TypeCode>380</ram:TypeCode>"
          + "<ram:IssueDateTime><udt:DateTimeString format=\"102\">20261110</udt:DateTimeString>"
          + "</ram:IssueDateTime></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>"
          + ("<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument>"
                  + "<ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument>"
                  + "<ram:SpecifiedTradeProduct><ram:Name>Brot</ram:Name>"
                  + "</ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeDelivery>"
                  + "<ram:BilledQuantity unitCode=\"C62\">2</ram:BilledQuantity>"
                  + "</ram:SpecifiedLineTradeDelivery></ram:IncludedSupplyChainTradeLineItem>")
              .repeat(LINES)
          + "<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Acme GmbH"
          + "</ram:Name></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Bäckerei Morgenrot"
          + "</ram:Name><ram:SpecifiedLegalOrganization><ram:ID>HRB 1234</ram:ID>"
          + "</ram:SpecifiedLegalOrganization></ram:BuyerTradeParty>"
          + "</ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/>"
          + "<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR"
          + "</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
          + "<ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>"
          + "<ram:TaxTotalAmount currencyID=\"EUR\">19.00</ram:TaxTotalAmount>"
          + "<ram:GrandTotalAmount>119.00</ram:GrandTotalAmount>"
          + "<ram:DuePayableAmount>119.00</ram:DuePayableAmount>"
          + "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
          + "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>"
          + "</rsm:CrossIndustryInvoice>";
    }
  };

  private static final int LINES = 50;

  private final Format format;

  InvoiceFormat(Format format) {
    this.format = format;
  }

  Format format() {
    return format;
  }

  byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  abstract String text();
}
