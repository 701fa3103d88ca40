package org.dunlin.config.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        messages(EffectState.FAILED),
        messages(EffectState.UNKNOWN),
        stores.views().tasks().of(company, today).quarantined(),
        brought(),
        stores.furtherSources().changed(company, Instant.EPOCH).size(),
        writtenBack(),
        contradicted(program, inPrograms, open),
        refusedWriteBacks());
  }

  /** Invoices and credit notes that are in the hub as a program has them. */
  private int brought() {
    return DemoPrograms.NAMES.stream()
        .mapToInt(name -> stores.invoices().sourceIds(company, name).size())
        .sum();
  }

  private List<String> refusedWriteBacks() {
    return stores.outbox().in(company, EffectState.FAILED, Integer.MAX_VALUE).stream()
        .filter(effect -> effect.kind() == EffectKind.WRITE_BACK)
        .map(effect -> effect.connectionId() + ": " + effect.reason())
        .toList();
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

  private int messages(EffectState state) {
    return (int)
        stores.outbox().in(company, state, Integer.MAX_VALUE).stream()
            .filter(effect -> effect.kind() == EffectKind.EMAIL)
            .count();
  }

  /** Invoices of which a program believes something else to be open than the hub. */
  private static List<String> contradicted(
      FolderProgram program, Map<String, Money> inPrograms, List<DocumentState> open)
      throws IOException {
    Map<String, Money> here = new TreeMap<>();
    open.forEach(state -> here.put(state.invoice().number(), state.open()));
    List<String> contradicted = new ArrayList<>();
    program
        .statuses()
        .forEach(
            (number, told) -> {
              Money ours = here.get(number);
              if (ours != null && !told.outstanding().isEqual(ours)) {
                contradicted.add(number + ": " + told.outstanding() + " told, " + ours + " here");
              }
            });
    inPrograms.forEach(
        (number, there) -> {
          Money ours = here.getOrDefault(number, Money.zero(there.getCurrencyUnit()));
          if (!there.isEqual(ours)) {
            contradicted.add(number + ": " + there + " in its program, " + ours + " here");
          }
        });
    program.problems().forEach(problem -> contradicted.add(problem.toString()));
    return contradicted;
  }

  private List<DocumentState> openInvoices() {
    return stores.invoices().open(company).stream()
        .filter(state -> state.invoice().kind() == InvoiceKind.INVOICE)
        .toList();
  }
}
