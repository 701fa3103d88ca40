package org.dunlin.config.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
final class DemoReport {
  private final World world;
  private final Stores stores;
  private final String company;

  DemoReport(World world, Stores stores) {
    this.world = world;
    this.stores = stores;
    this.company = world.company().id();
  }

  /** Prints the figures; true when nothing is wrong. */
  boolean print(PrintStream out, FolderProgram program, int mails) throws IOException {
    Truth truth = world.truth();
    Comparison comparison = truth.compare(settlements(truth));
    int meant = comparison.right().size() + comparison.missing().size();
    List<DocumentState> open = openInvoices();
    int unallocated =
        stores.views().unallocatedPayments().totals(company).stream()
            .mapToInt(UnallocatedPayments.Total::payments)
            .sum();
    int sent = stores.outbox().in(company, EffectState.SENT, Integer.MAX_VALUE).size();
    int unknown = stores.outbox().in(company, EffectState.UNKNOWN, Integer.MAX_VALUE).size();
    int contradicted = contradictedStatus(program);
    out.printf(Locale.ROOT, "%nWhat the hub reached in %d days:%n", world.days().size());
    line(
        out,
        "payments and credit notes for invoices, found automatically",
        share(comparison.right().size(), meant));
    line(out, "  applied wrongly", comparison.wrong().size());
    line(out, "  left for a person", comparison.missing().size());
    line(out, "payments not yet allocated, all visible", unallocated);
    line(out, "invoices open", open.size() + ", " + total(open));
    line(out, "reminders that customers received", mails);
    line(out, "  for invoices already paid", truth.wrongReminders().size());
    line(out, "messages and status files sent", sent);
    line(out, "  of which the outcome is unknown", unknown);
    line(out, "invoices whose program was told something else", contradicted);
    out.println();
    comparison.wrong().forEach(wrong -> out.println("WRONG allocation: " + wrong));
    truth.wrongReminders().forEach(wrong -> out.println("WRONG reminder: " + wrong));
    return comparison.wrong().isEmpty() && truth.wrongReminders().isEmpty() && contradicted == 0;
  }

  private List<Settlement> settlements(Truth truth) {
    List<Settlement> settlements = new ArrayList<>();
    for (Stored stored : stores.allocations().of(company)) {
      if (stored.allocation().decision() == Decision.AUTOMATIC) {
        Allocation line = stored.allocation();
        String reference =
            line.creditNoteId() == null ? bankReference(truth, line) : number(line.creditNoteId());
        settlements.add(new Settlement(reference, number(line.invoiceId()), line.amount()));
      }
    }
    return settlements;
  }

  private String bankReference(Truth truth, Allocation line) {
    UUID payment = UUID.fromString(String.valueOf(line.paymentId()));
    return truth
        .bankReference(stores.payments().find(company, payment).orElseThrow().payment())
        .orElse("unknown payment " + payment);
  }

  private String number(String documentId) {
    UUID id = UUID.fromString(documentId);
    return stores.invoices().find(company, id).orElseThrow().invoice().number();
  }

  /** Invoices of which the accounting program believes something else than the hub. */
  private int contradictedStatus(FolderProgram program) throws IOException {
    int contradicted = 0;
    for (DocumentState state : openInvoices()) {
      Invoice invoice = state.invoice();
      Invoice told = program.statusOf(invoice.number()).orElse(null);
      if (told != null && !told.outstanding().equals(state.open())) {
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

  private static String total(List<DocumentState> open) {
    return open.stream()
        .map(DocumentState::open)
        .reduce(Money::plus)
        .map(Money::toString)
        .orElse("nothing");
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "none"
        : String.format(Locale.ROOT, "%d of %d (%.1f %%)", part, whole, 100.0 * part / whole);
  }

  private static void line(PrintStream out, String what, Object value) {
    out.printf(Locale.ROOT, "  %-52s %s%n", what, value);
  }
}
