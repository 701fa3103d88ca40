package org.dunlin.connectors.fatturapa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.invoice.BusinessTerms;
import org.dunlin.connectors.invoice.Party;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What one document (FatturaElettronicaBody) of a file says, with the parties of its header. */
final class InvoiceBody {
  private final Element header;
  private final Element body;

  InvoiceBody(Element header, Element body) {
    this.header = header;
    this.body = body;
  }

  BusinessTerms terms() {
    Party buyer = Parties.party(header.require("CessionarioCommittente"));
    Element seller = header.find("CedentePrestatore");
    Element general = body.require("DatiGenerali", "DatiGeneraliDocumento");
    InvoiceKind kind = DocumentType.kind(general.require("TipoDocumento"));
    String number = general.requireText("Numero");
    LocalDate issued = Values.date(general.require("Data"));
    CurrencyUnit currency = Values.currency(general.require("Divisa"));
    PaymentData payment = PaymentData.of(body, currency);
    DocumentAmounts amounts = new DocumentAmounts(body, general, currency);
    Money total = amounts.total();
    refuseNegativeCreditNote(general, kind, total);
    AmountDue due = AmountDue.of(total, amounts.withheld(), payment, general);
    return new BusinessTerms(
        body,
        number,
        issued,
        kind,
        seller == null ? null : Parties.party(seller),
        buyer,
        List.of(),
        null,
        due.figures(general),
        payment.code(),
        body.text("DatiGenerali", "DatiOrdineAcquisto", "IdDocumento"),
        null,
        List.of(),
        List.of(),
        payment.discounts(total),
        due.dated(),
        preceding(),
        AttachedFiles.of(body));
  }

  /**
   * A credit note has positive amounts (Agenzia delle Entrate, FAQ on TD04). With negative ones
   * some mean the same and others the contrary.
   */
  private static void refuseNegativeCreditNote(Element general, InvoiceKind kind, Money total) {
    if (kind == InvoiceKind.CREDIT_NOTE && total.isNegative()) {
      throw general.refused(
          "TYPE_CONTRADICTS_DOCUMENT",
          "a credit note ("
              + general.text("TipoDocumento")
              + ") with the negative total "
              + total.getAmount().toPlainString()
              + ", so nobody can say who owes whom; ask for one with positive amounts");
    }
  }

  private List<PrecedingInvoice> preceding() {
    List<PrecedingInvoice> named = new ArrayList<>();
    Element general = body.require("DatiGenerali");
    general
        .children("DatiFattureCollegate")
        .forEach(each -> add(each, "IdDocumento", "Data", named));
    general
        .children("DatiFatturaRettificata")
        .forEach(each -> add(each, "NumeroFR", "DataFR", named));
    return named;
  }

  private static void add(
      Element reference, String number, String date, List<PrecedingInvoice> named) {
    String id = reference.text(number);
    Element issued = reference.filled(date);
    if (id != null) {
      named.add(new PrecedingInvoice(id, issued == null ? null : Values.date(issued)));
    }
  }
}
