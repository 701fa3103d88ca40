package org.dunlin.work.tell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.dunning.DueDates;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.jspecify.annotations.Nullable;

/**
 * How an invoice stands: the invoice as the hub sees it ({@code outstanding} less what the hub has
 * allocated), for a folder as a file of canonical JSON Lines in its {@code out} folder, with the
 * payments and credit notes with their allocations, what was settled without money, and the
 * reminder where one went.
 */
final class StatusMessages {
  private final Stores stores;

  StatusMessages(Stores stores) {
    this.stores = stores;
  }

  /** The file for the folder of a connection. */
  Effect file(
      CompanyProfile profile,
      Connection connection,
      String folder,
      DocumentState state,
      LocalDate today,
      @Nullable Action reminded) {
    UUID invoiceId = UUID.fromString(state.invoice().id());
    UUID id = Ids.next();
    Dispatch.StatusFile file =
        new Dispatch.StatusFile(
            folder, id + ".jsonl", content(profile.id(), state, invoiceId, reminded));
    return Effect.decided(
        profile.id(),
        id,
        connection.id(),
        connection.id() + "/" + invoiceId,
        EffectKind.STATUS_FILE,
        null,
        Payloads.json(file),
        profile.mode() == DunningMode.LIVE ? EffectState.PENDING : EffectState.SHADOW,
        today);
  }

  /** The invoice, what settles it and the reminder, as canonical JSON Lines. */
  String content(String companyId, DocumentState state, UUID invoiceId, @Nullable Action reminded) {
    List<CanonicalRecord> lines = new ArrayList<>();
    lines.add(withDueDate(companyId, asTheHubSeesIt(state)));
    for (Stored stored : stores.allocations().ofInvoice(companyId, invoiceId)) {
      Allocation line = stored.allocation();
      if (line.decision() != Decision.SUGGESTED && line.decision() != Decision.CONFLICT) {
        lines.add(settledBy(companyId, line));
        lines.add(line);
      }
    }
    stores.adjustments().ofInvoice(companyId, invoiceId).stream()
        .filter(stored -> stored.ended() == null)
        .forEach(stored -> lines.add(stored.adjustment()));
    if (reminded != null) {
      lines.add(reminded);
    }
    StringBuilder text = new StringBuilder("{\"type\":\"dunlin\",\"version\":1}\n");
    lines.forEach(line -> text.append(CanonicalWriter.line(line)).append('\n'));
    return text.toString();
  }

  /** The payment, or the credit note as the hub sees it. */
  private CanonicalRecord settledBy(String companyId, Allocation line) {
    if (line.creditNoteId() != null) {
      UUID creditNote = UUID.fromString(line.creditNoteId());
      return asTheHubSeesIt(stores.invoices().find(companyId, creditNote).orElseThrow());
    }
    UUID payment = UUID.fromString(String.valueOf(line.paymentId()));
    return stores.payments().find(companyId, payment).orElseThrow().payment();
  }

  /** Where the document names no due date: by whose terms it is due, and when. */
  private Invoice withDueDate(String companyId, Invoice invoice) {
    return DueDates.stated(
        invoice,
        stores.customers().find(companyId, UUID.fromString(invoice.customerId())).orElseThrow(),
        stores.companies().profile(companyId).company());
  }

  static Invoice asTheHubSeesIt(DocumentState state) {
    Invoice i = state.invoice();
    boolean paid = i.status() == InvoiceStatus.OPEN && state.open().isZero();
    return new Invoice(
        i.id(),
        i.number(),
        i.kind(),
        i.customerId(),
        i.issueDate(),
        i.dueDate(),
        i.dueDateFrom(),
        i.total(),
        state.open(),
        paid ? InvoiceStatus.PAID : i.status(),
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source(),
        i.plan());
  }
}
