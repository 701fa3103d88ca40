package org.dunlin.config.demo;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.sandbox.folder.FolderProgram;
import org.dunlin.sandbox.world.Comparison;
import org.dunlin.sandbox.world.Truth;
import org.dunlin.sandbox.world.World;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.UnallocatedPayments;
import org.joda.money.Money;

/** Holds what the hub made of the invented world against what that world knows to be true. */
final class DemoTruth {
  private final Stores stores;
  private final String company;
  private final Truth truth;

  DemoTruth(World world, Stores stores) {
    this.stores = stores;
    this.company = world.company().id();
    this.truth = world.truth();
  }

  /**
   * What the hub reached.
   *
   * @param inPrograms what they believe to be open of their invoices, by number
   */
  DemoFigures figures(FolderProgram program, Map<String, Money> inPrograms, int mails)
      throws IOException {
    Comparison comparison = truth.compare(new DemoSettlements(stores, company, truth).all());
    List<DocumentState> open = openInvoices();
    int invoices = truth.open().size();
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
        stores.views().tasks().of(company).quarantined(),
        brought(),
        stores.furtherSources().changed(company, Instant.EPOCH).size(),
        writtenBack(),
        contradicted(program, open) + contradicted(inPrograms, open));
  }

  /** Invoices and credit notes that are in the hub as a program has them. */
  private int brought() {
    return DemoPrograms.NAMES.stream()
        .mapToInt(name -> stores.invoices().sourceIds(company, name).size())
        .sum();
  }

  private int writtenBack() {
    return (int)
        stores.outbox().in(company, EffectState.SENT, Integer.MAX_VALUE).stream()
            .filter(effect -> effect.kind() == EffectKind.WRITE_BACK)
            .count();
  }

  private int unallocated() {
    return stores.views().unallocatedPayments().totals(company).stream()
        .mapToInt(UnallocatedPayments.Total::payments)
        .sum();
  }

  private int count(EffectState state) {
    return stores.outbox().in(company, state, Integer.MAX_VALUE).size();
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

  /** Invoices of which a program believes something else to be open than the hub. */
  private static int contradicted(Map<String, Money> inPrograms, List<DocumentState> open) {
    Map<String, Money> here = new HashMap<>();
    open.forEach(state -> here.put(state.invoice().number(), state.open()));
    int contradicted = 0;
    for (Map.Entry<String, Money> there : inPrograms.entrySet()) {
      Money ours = here.get(there.getKey());
      boolean agree = ours == null ? there.getValue().isZero() : ours.isEqual(there.getValue());
      contradicted += agree ? 0 : 1;
    }
    return contradicted;
  }

  private List<DocumentState> openInvoices() {
    return stores.invoices().open(company).stream()
        .filter(state -> state.invoice().kind() == InvoiceKind.INVOICE)
        .toList();
  }
}
