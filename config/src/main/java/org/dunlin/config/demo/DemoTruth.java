package org.dunlin.config.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.world.Comparison;
import org.dunlin.sandbox.world.Settlement;
import org.dunlin.sandbox.world.Truth;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.UnallocatedPayments;
import org.joda.money.Money;

/** Holds what the hub made of the invented world against what that world knows to be true. */
final class DemoTruth {
  private final Stores stores;
  private final String company;
  private final Truth truth;
  private final Map<String, String> numbers = new HashMap<>();

  DemoTruth(World world, Stores stores) {
    this.stores = stores;
    this.company = world.company().id();
    this.truth = world.truth();
  }

  DemoFigures figures(FolderProgram program, int mails) throws IOException {
    Comparison comparison = truth.compare(settlements());
    List<DocumentState> open = openInvoices();
    int invoices = truth.open().size();
    LocalDate today = stores.companies().businessDate(stores.companies().profile(company));
    return new DemoFigures(
        invoices,
        invoices - open.size(),
        comparison.right().size(),
        comparison.wrong(),
        comparison.missing().size(),
        unallocated(),
        open.stream().map(DocumentState::open).reduce(Money::plus).map(Money::toString).orElse("0"),
        mails,
        truth.reminders().size(),
        truth.wrongReminders(),
        count(EffectState.FAILED),
        count(EffectState.UNKNOWN),
        stores.views().tasks().of(company, today).quarantined(),
        contradicted(program, open));
  }

  private int unallocated() {
    return stores.views().unallocatedPayments().totals(company).stream()
        .mapToInt(UnallocatedPayments.Total::payments)
        .sum();
  }

  private int count(EffectState state) {
    return stores.outbox().in(company, state, Integer.MAX_VALUE).size();
  }

  private List<Settlement> settlements() {
    List<Settlement> settlements = new ArrayList<>();
    for (Stored stored : stores.allocations().of(company)) {
      if (stored.allocation().decision() == Decision.AUTOMATIC) {
        Allocation line = stored.allocation();
        String reference =
            line.creditNoteId() == null ? bankReference(line) : number(line.creditNoteId());
        settlements.add(new Settlement(reference, number(line.invoiceId()), line.amount()));
      }
    }
    return settlements;
  }

  private String bankReference(Allocation line) {
    UUID payment = UUID.fromString(String.valueOf(line.paymentId()));
    return truth
        .bankReference(stores.payments().find(company, payment).orElseThrow().payment())
        .orElse("unknown payment " + payment);
  }

  private String number(String documentId) {
    return numbers.computeIfAbsent(
        documentId,
        id ->
            stores.invoices().find(company, UUID.fromString(id)).orElseThrow().invoice().number());
  }

  /** Invoices of which the accounting program believes something else than the hub. */
  private static int contradicted(FolderProgram program, List<DocumentState> open)
      throws IOException {
    Map<String, Invoice> told = program.statuses();
    int contradicted = 0;
    for (DocumentState state : open) {
      Invoice status = told.get(state.invoice().number());
      if (status != null && !status.outstanding().equals(state.open())) {
        contradicted++;
      }
    }
    return contradicted + program.problems().size();
  }

  private List<DocumentState> openInvoices() {
    return stores.invoices().open(company).stream()
        .filter(state -> state.invoice().kind() == InvoiceKind.INVOICE)
        .toList();
  }
}
