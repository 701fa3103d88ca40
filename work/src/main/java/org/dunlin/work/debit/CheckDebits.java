package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.debit.MandateRules;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.MandateState;
import org.dunlin.store.Stores;
import org.dunlin.store.debit.Debit;
import org.dunlin.store.debit.DebitState;
import org.dunlin.store.debit.KeptMandate;
import org.joda.money.Money;

/** Whether debits may still be made, and of how much; within the caller's transaction. */
final class CheckDebits {
  private static final String ACTOR = "collect";

  private final Stores stores;
  private final String companyId;
  private final OpenDebts debts;
  private final LocalDate today;
  private final Noting noting;
  private final Choice choice;
  private final Map<UUID, KeptMandate> mandates = new HashMap<>();

  CheckDebits(Stores stores, String companyId, OpenDebts debts, LocalDate today) {
    this.stores = stores;
    this.companyId = companyId;
    this.debts = debts;
    this.today = today;
    this.choice = new Choice(stores, companyId);
    this.noting = new Noting(stores, companyId, today);
  }

  /** A debit that may be made, with its amount as it is now. */
  record Good(Debit debit, KeptMandate mandate, Money amount, OpenInstalment due) {}

  /** The debit as it may be made; one that may not is withdrawn. */
  Optional<Good> look(Debit debit) {
    KeptMandate mandate =
        mandates.computeIfAbsent(
            debit.mandateId(), id -> stores.debits().mandates().lock(companyId, id).orElseThrow());
    if (mandate.mandate().state() != MandateState.ACTIVE
        || mandate.mandate().iban() == null
        || MandateRules.lapsed(
            mandate.mandate().signedOn(), mandate.lastCollectedOn(), debit.collectOn())) {
      return withdrawn(debit, Withdrawn.NO_MANDATE, ACTOR);
    }
    if (debts.isHeld(debit.invoiceId())) {
      return withdrawn(debit, Withdrawn.HELD, ACTOR);
    }
    Optional<OpenInstalment> due = debts.of(debit.invoiceId(), debit.dueDate());
    if (due.isEmpty()) {
      boolean contested = debts.isContested(debit.invoiceId(), debit.dueDate());
      return withdrawn(debit, contested ? Withdrawn.HELD : Withdrawn.PAID, ACTOR);
    }
    Customer customer = debts.customer(debit.invoiceId()).orElseThrow();
    if (!choice.collects(due.get().invoice(), customer)) {
      return withdrawn(debit, Withdrawn.NOT_CHOSEN, ACTOR);
    }
    Money open = due.get().open();
    Money amount = open.isLessThan(debit.announced()) ? open : debit.announced();
    return Optional.of(new Good(debit, mandate, amount, due.get()));
  }

  /** Withdraws it where it has not left. */
  Optional<Good> withdrawn(Debit debit, Withdrawn why, String by) {
    if (stores.debits().debits().end(companyId, debit, DebitState.WITHDRAWN, why.name(), today)) {
      noting.of(debit, "DEBIT_WITHDRAWN", by, why.name());
    }
    return Optional.empty();
  }
}
