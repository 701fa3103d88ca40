package org.dunlin.work.translate;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.Invoices.Locked;
import org.dunlin.work.Claims;
import org.dunlin.work.StatusMessages;
import org.dunlin.work.translate.LedgerWriter.Context;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Applies invoices and credit notes; what the source says of the outstanding amount always wins.
 */
final class InvoiceWriter {
  private final Context context;
  private final DocumentWriter documents;
  private final Stores stores;
  private final String companyId;

  InvoiceWriter(Context context, DocumentWriter documents) {
    this.context = context;
    this.documents = documents;
    stores = context.stores();
    companyId = context.origin().companyId();
  }

  void write(Invoice said, @Nullable UUID customerId) {
    if (customerId == null) {
      throw new RefusedRecord(
          position(said),
          "CUSTOMER_MISSING",
          "the invoice has no customer that could be taken; see the customer's own problem");
    }
    Optional<UUID> added = stores.invoices().add(context.origin(), said, customerId);
    if (added.isPresent()) {
      note(added.get(), "INVOICE_ADDED", null, said);
      documents.keep(added.get(), customerId, said);
      new CreditedInvoices(context).check(said, customerId);
    } else {
      change(said, customerId);
    }
  }

  private void change(Invoice said, UUID customerId) {
    Locked locked = stores.invoices().lock(context.origin(), said.id());
    Invoice before = locked.invoice();
    boolean later = context.origin().sequence() >= locked.sequence();
    boolean atOdds = UsedNumber.atOdds(locked, said, customerId, later);
    boolean replacing =
        atOdds && stores.inbox().replacingBy(companyId, context.delivery().id()).isPresent();
    if (atOdds && !replacing) {
      throw UsedNumber.twice(locked, said, customerId, position(said));
    }
    if (!later && !replacing) {
      return;
    }
    boolean another = UsedNumber.another(before, said, customerId);
    Money most = another ? Money.zero(before.currency()) : said.outstanding();
    Set<UUID> contradicted = giveUpClaims(locked, most);
    if (stores.invoices().change(context.origin(), locked, said, customerId) == Outcome.CHANGED) {
      note(locked.id(), replacing ? "INVOICE_REPLACED" : "INVOICE_CHANGED", before, said);
    }
    documents.replace(locked.id(), customerId, said);
    new CreditedInvoices(context).check(said, customerId);
    contradicted.forEach(
        invoice ->
            new StatusMessages(stores)
                .add(stores.companies().profile(companyId), invoice, context.businessDate()));
  }

  /**
   * The youngest claims give way until the rest fits into what the source says is outstanding.
   *
   * @return the invoices that lost one
   */
  private Set<UUID> giveUpClaims(Locked locked, Money outstanding) {
    Set<UUID> invoices = new LinkedHashSet<>();
    Money claimed = locked.claimed();
    if (!claimed.isGreaterThan(outstanding)) {
      return invoices;
    }
    Claims claims = new Claims(stores, companyId);
    for (Stored stored : stores.allocations().unbookedOf(companyId, locked.id())) {
      if (!claimed.isGreaterThan(outstanding)) {
        return invoices;
      }
      Allocation line = stored.allocation();
      stores.allocations().decide(companyId, stored.id(), Decision.CONFLICT, "translate");
      claims.giveBack(line);
      claimed = claimed.minus(line.amount());
      invoices.add(UUID.fromString(line.invoiceId()));
      note(locked.id(), "ALLOCATION_CONFLICT", null, locked.invoice());
    }
    return invoices;
  }

  private static String position(Invoice said) {
    return switch (said.kind()) {
      case INVOICE -> "invoice " + said.number();
      case CREDIT_NOTE -> "credit note " + said.number();
    };
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
