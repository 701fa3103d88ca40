package org.dunlin.connectors.cii;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.dunlin.connectors.DocumentSink;
import org.dunlin.connectors.invoice.BusinessTerms;
import org.dunlin.connectors.invoice.EmbeddedDocuments;
import org.dunlin.connectors.invoice.Figures;
import org.dunlin.connectors.invoice.InvoiceTranslator;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.invoice.TypeCode;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.connectors.xml.XmlRoot;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Makes a customer and an invoice of each Cross Industry Invoice of a file: of UN/CEFACT's D16B
 * (CrossIndustryInvoice: EN 16931, XRechnung, Factur-X, ZUGFeRD 2) and of ZUGFeRD 1
 * (CrossIndustryDocument). The parts that it needs are few; everything else is passed over unread,
 * and attached documents are read as streams, so that their size does not matter.
 */
public final class CiiTranslator extends InvoiceTranslator {
  private static final String NAMESPACE =
      "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";

  private static final String NAMESPACE_OF_ZUGFERD_1 = "urn:ferd:CrossIndustryDocument:invoice:";

  private static final List<Predicate<String>> DOCUMENTS =
      List.of(
          name -> name.endsWith(Sections.TRANSACTION),
          name -> name.endsWith(Sections.AGREEMENT),
          AdditionalDocuments.NAME::equals,
          AdditionalDocuments.EMBEDDED::equals);

  /** Whether this element is a document that this reads, as a file or in an envelope. */
  public static boolean reads(XmlRoot root) {
    return isOne(root.namespace(), root.name());
  }

  @Override
  protected String syntax() {
    return "UN/CEFACT CII";
  }

  @Override
  protected boolean isDocument(String namespace, String name) {
    return isOne(namespace, name);
  }

  @Override
  protected Element neededParts(XmlCursor cursor) throws IOException {
    return new NeededParts().of(cursor);
  }

  @Override
  protected BusinessTerms terms(Element document) {
    Sections sections = Sections.of(document);
    Party buyer = TradeParties.party(sections.agreement().require("BuyerTradeParty"));
    Element seller = sections.agreement().find("SellerTradeParty");
    String number = sections.header().requireText("ID");
    LocalDate issued = day(sections.header().require("IssueDateTime"));
    InvoiceKind kind = TypeCode.kind(sections.header().filled("TypeCode"));
    Figures figures = MonetarySummation.figures(sections.settlement());
    TradePaymentTerms payment = new TradePaymentTerms(sections.settlement(), issued);
    return new BusinessTerms(
        document,
        number,
        issued,
        kind,
        seller == null ? null : TradeParties.party(seller),
        buyer,
        payment.debitedAccounts(),
        null,
        figures,
        sections.settlement().text("PaymentReference"),
        reference(sections.agreement(), "BuyerOrderReferencedDocument"),
        reference(sections.agreement(), "SellerOrderReferencedDocument"),
        payment.descriptions(),
        List.of(),
        payment.discounts(),
        payment.dated(figures.currency()),
        ReferencedInvoices.of(sections),
        AdditionalDocuments.of(sections.agreement()));
  }

  @Override
  protected @Nullable Problem tooMany(Element document, String source) {
    return AdditionalDocuments.tooMany(Sections.of(document).agreement(), source);
  }

  @Override
  protected void attachments(XmlCursor cursor, int place, DocumentSink sink) throws IOException {
    new EmbeddedDocuments(place, sink, DOCUMENTS).of(cursor);
  }

  /** The day that an element says in its DateTimeString or DateString, or itself. */
  static LocalDate day(Element element) {
    for (String name : new String[] {"DateTimeString", "DateString", "DateTime", "Date"}) {
      Element text = element.filled(name);
      if (text != null) {
        return Values.dateInDigits(text);
      }
    }
    return Values.dateInDigits(element);
  }

  /** The identifier of a referenced document, under its name of D16B or of ZUGFeRD 1. */
  static @Nullable String id(Element reference) {
    return Party.first(reference.text("IssuerAssignedID"), reference.text("ID"));
  }

  private static @Nullable String reference(Element agreement, String name) {
    Element reference = agreement.find(name);
    return reference == null ? null : id(reference);
  }

  private static boolean isOne(String namespace, String name) {
    return (name.equals("CrossIndustryInvoice") && namespace.startsWith(NAMESPACE))
        || (name.equals("CrossIndustryDocument") && namespace.startsWith(NAMESPACE_OF_ZUGFERD_1));
  }
}
