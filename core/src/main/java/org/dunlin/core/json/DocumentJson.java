package org.dunlin.core.json;

import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.EarlyPayment;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.PrecedingInvoice;
import org.joda.money.CurrencyUnit;

/** Invoices and credit notes. */
final class DocumentJson {
  private DocumentJson() {}

  static Invoice invoice(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new Invoice(
        fields.text("id"),
        fields.text("number"),
        fields.oneOf("kind", InvoiceKind.class),
        fields.text("customerId"),
        fields.date("issueDate"),
        fields.optionalDate("dueDate"),
        fields.optionalOneOf("dueDateFrom", DueDateFrom.class),
        fields.amount("total", currency),
        fields.amount("outstanding", currency),
        fields.oneOf("status", InvoiceStatus.class),
        fields.optionalText("paymentReference"),
        fields.optionalText("orderReference"),
        fields.optionalObject("earlyPayment", DocumentJson::earlyPayment),
        fields.objects("instalments", part -> instalment(part, currency)),
        FreeNames.objects(fields, "x-precedingInvoices", DocumentJson::precedingInvoice),
        FreeNames.objects(fields, "x-attachments", DocumentJson::attachment),
        fields.optionalObject("source", PartyJson::source),
        fields.optionalText("plan"));
  }

  static void write(Invoice invoice, ObjectOut out) {
    out.text("id", invoice.id());
    out.text("number", invoice.number());
    out.word("kind", invoice.kind());
    out.text("customerId", invoice.customerId());
    out.date("issueDate", invoice.issueDate());
    out.date("dueDate", invoice.dueDate());
    out.word("dueDateFrom", invoice.dueDateFrom());
    out.text("currency", invoice.currency().getCode());
    out.amount("total", invoice.total());
    out.amount("outstanding", invoice.outstanding());
    out.word("status", invoice.status());
    out.text("paymentReference", invoice.paymentReference());
    out.text("orderReference", invoice.orderReference());
    out.object("earlyPayment", invoice.earlyPayment(), DocumentJson::write);
    out.objects("instalments", invoice.instalments(), DocumentJson::write);
    out.objects("x-precedingInvoices", invoice.precedingInvoices(), DocumentJson::write);
    out.objects("x-attachments", invoice.attachments(), DocumentJson::write);
    out.object("source", invoice.source(), PartyJson::write);
    out.text("plan", invoice.plan());
  }

  static Instalment instalment(Fields fields, CurrencyUnit currency) {
    return new Instalment(fields.date("dueDate"), fields.amount("amount", currency));
  }

  static void write(Instalment instalment, ObjectOut out) {
    out.date("dueDate", instalment.dueDate());
    out.amount("amount", instalment.amount());
  }

  private static PrecedingInvoice precedingInvoice(Fields fields) {
    return new PrecedingInvoice(fields.text("number"), fields.optionalDate("issueDate"));
  }

  private static void write(PrecedingInvoice named, ObjectOut out) {
    out.text("number", named.number());
    out.date("issueDate", named.issueDate());
  }

  private static Attachment attachment(Fields fields) {
    return new Attachment(
        fields.text("name"),
        fields.optionalText("mediaType"),
        fields.optionalText("description"),
        fields.optionalText("uri"));
  }

  private static void write(Attachment attachment, ObjectOut out) {
    out.text("name", attachment.name());
    out.text("mediaType", attachment.mediaType());
    out.text("description", attachment.description());
    out.text("uri", attachment.uri());
  }

  private static EarlyPayment earlyPayment(Fields fields) {
    return new EarlyPayment(fields.decimal("percent"), fields.date("until"));
  }

  private static void write(EarlyPayment offer, ObjectOut out) {
    out.text("percent", offer.percent().toPlainString());
    out.date("until", offer.until());
  }
}
