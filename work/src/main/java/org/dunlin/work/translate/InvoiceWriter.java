package org.dunlin.work.translate;

import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.Invoices.Locked;
import org.dunlin.work.StatusMessages;
import org.dunlin.work.translate.LedgerWriter.Context;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Applies invoices and credit notes; what the source says of the outstanding amount always wins.
 */
final class InvoiceWriter {
  private final Context context;
  private final Stores stores;
  private final String companyId;

  InvoiceWriter(Context context) {
    this.context = context;
    stores = context.stores();
    companyId = context.origin().companyId();
  }

  void write(Invoice said, @Nullable UUID customerId) {
    if (customerId == null) {
      throw new RefusedRecord(
          "CUSTOMER_MISSING", "invoice " + said.number() + " has no customer that could be taken");
    }
    Optional<UUID> added = stores.invoices().add(context.origin(), said, customerId);
    if (added.isPresent()) {
      note(added.get(), "INVOICE_ADDED", null, said);
    } else {
      change(said, customerId);
    }
  }

  private void change(Invoice said, UUID customerId) {
    Locked locked = stores.invoices().lock(context.origin(), said.id());
    Invoice before = locked.invoice();
    if (locked.sequence() > context.origin().sequence()) {
      return;
    }
    boolean another =
        !before.customerId().equals(customerId.toString())
            || !before.currency().equals(said.currency())
            || before.kind() != said.kind();
    if (another) {
      throw new RefusedRecord(
          "NUMBER_USED_TWICE",
          "number "
              + said.number()
              + " is already that of another document (other customer, currency or kind); the first"
              + " one stands");
    }
    boolean contradicted = said.outstanding().isLessThan(locked.claimed());
    if (contradicted) {
      giveUpClaims(locked, said.outstanding());
    }
    if (stores.invoices().change(context.origin(), locked, said, customerId) == Outcome.CHANGED) {
      note(locked.id(), "INVOICE_CHANGED", before, said);
    }
    if (contradicted) {
      new StatusMessages(stores)
          .add(stores.companies().profile(companyId), locked.id(), context.businessDate());
    }
  }

  /** The youngest claims give way until the rest fits into what the source says is outstanding. */
  private void giveUpClaims(Locked locked, Money outstanding) {
    Money claimed = locked.claimed();
    for (Stored stored : stores.allocations().unbookedOf(companyId, locked.id())) {
      if (!claimed.isGreaterThan(outstanding)) {
        return;
      }
      Allocation line = stored.allocation();
      stores.allocations().decide(companyId, stored.id(), Decision.CONFLICT, "translate");
      stores.invoices().unclaim(companyId, locked.id(), line.amount().getAmount());
      stores
          .payments()
          .unclaim(
              companyId,
              UUID.fromString(String.valueOf(line.paymentId())),
              line.amount().getAmount());
      claimed = claimed.minus(line.amount());
      note(locked.id(), "ALLOCATION_CONFLICT", null, locked.invoice());
    }
  }

  private void note(UUID invoiceId, String event, @Nullable Invoice before, Invoice after) {
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                context.businessDate(),
                "translate",
                "invoice",
                invoiceId.toString(),
                event,
                null,
                before,
                after,
                context.delivery().id()));
  }
}
