package org.dunlin.connectors.facturx;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.invoice.Attachments;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;

/** Hands on what the data says, with the documents that the PDF adds and the place in the PDF. */
final class InvoiceInPdf implements RecordSink {
  private final InvoiceData data;
  private final RecordSink sink;

  InvoiceInPdf(InvoiceData data, RecordSink sink) {
    this.data = data;
    this.sink = sink;
  }

  @Override
  public void document(int place) {
    sink.document(place);
  }

  @Override
  public void accept(CanonicalRecord record) {
    if (record instanceof Invoice invoice) {
      sink.accept(withDocuments(invoice));
    } else {
      sink.accept(record instanceof Problem problem ? placed(problem) : record);
    }
  }

  /** A problem says in which file of the PDF the line is. */
  Problem placed(Problem problem) {
    String position = problem.position();
    return new Problem(
        problem.source(),
        data.name() + (position == null ? "" : ", " + position),
        problem.code(),
        problem.message());
  }

  private Invoice withDocuments(Invoice invoice) {
    List<Attachment> all = new ArrayList<>();
    String name = invoice.number().replaceAll("[/\\\\]", "-") + ".pdf";
    all.add(Attachments.embedded("application/pdf", null, name));
    all.addAll(invoice.attachments());
    for (EmbeddedFile other : data.others()) {
      all.add(Attachments.embedded(other.mediaType(), other.description(), other.name()));
    }
    return with(invoice, all);
  }

  private static Invoice with(Invoice invoice, List<Attachment> attachments) {
    return new Invoice(
        invoice.id(),
        invoice.number(),
        invoice.kind(),
        invoice.customerId(),
        invoice.issueDate(),
        invoice.dueDate(),
        invoice.dueDateFrom(),
        invoice.total(),
        invoice.outstanding(),
        invoice.status(),
        invoice.paymentReference(),
        invoice.orderReference(),
        invoice.earlyPayment(),
        invoice.instalments(),
        invoice.precedingInvoices(),
        attachments,
        invoice.source());
  }
}
