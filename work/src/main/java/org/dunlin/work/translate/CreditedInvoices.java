package org.dunlin.work.translate;

import java.util.UUID;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.dunlin.core.model.Problem;

/**
 * Asks whether the invoices that a credit note names are there. Where one is not, the credit note
 * is kept and stays open, and the problem ends by itself when the invoice comes.
 */
final class CreditedInvoices {
  private final Context context;

  CreditedInvoices(Context context) {
    this.context = context;
  }

  void check(Invoice said, UUID customerId) {
    if (said.kind() != InvoiceKind.CREDIT_NOTE || said.outstanding().isZero()) {
      return;
    }
    String companyId = context.origin().companyId();
    for (PrecedingInvoice named : said.precedingInvoices()) {
      if (!context.stores().awaitedInvoices().known(companyId, customerId, named.number())) {
        context
            .problems()
            .add(unknown(said, named))
            .ifPresent(
                problem ->
                    context
                        .stores()
                        .awaitedInvoices()
                        .await(companyId, problem, customerId, named.number()));
      }
    }
  }

  private Problem unknown(Invoice creditNote, PrecedingInvoice named) {
    return new Problem(
        context.delivery().name(),
        "credit note " + creditNote.number(),
        "CREDITED_INVOICE_UNKNOWN",
        "the credit note names invoice "
            + named.number()
            + ", which this customer does not have here; the credit note is kept and stays open. Send"
            + " the invoice, and it is credited by itself");
  }
}
