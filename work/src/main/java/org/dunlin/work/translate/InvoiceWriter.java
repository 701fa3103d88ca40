package org.dunlin.work.translate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Applied.Outcome;
import org.dunlin.store.ledger.FurtherSource;
import org.dunlin.store.ledger.Invoices.Locked;
import org.dunlin.store.ledger.NewInvoice;
import org.dunlin.work.GiveWay;
import org.dunlin.work.tell.TellPrograms;
import org.jspecify.annotations.Nullable;

/**
 * Applies invoices and credit notes; what the source says of the outstanding amount always wins.
 */
final class InvoiceWriter {
  private final Context context;
  private final DocumentWriter documents;
  private final Stores stores;
  private final String companyId;
  private final TellPrograms told;
  private final Map<Invoice, UUID> ahead = new HashMap<>();

  InvoiceWriter(Context context, DocumentWriter documents) {
    this.context = context;
    this.documents = documents;
    stores = context.stores();
    companyId = context.origin().companyId();
    told = new TellPrograms(stores, context.abilities());
  }

  /**
   * Adds those that their source has not brought before, all in one round trip and before each is
   * written in its turn.
   *
   * @param all each id once, of customers that were taken
   */
  void addAhead(List<NewInvoice> all) {
    if (!context.hasFurtherSources()) {
      Map<String, UUID> added = stores.invoices().add(all);
      for (NewInvoice each : all) {
        UUID id = added.get(each.said().id());
        if (id != null) {
          ahead.put(each.said(), id);
        }
      }
    }
  }

  Outcome write(Invoice said, @Nullable UUID customerId) {
    if (customerId == null) {
      throw new RefusedRecord(
          position(said),
          "CUSTOMER_MISSING",
          "the invoice has no customer that could be taken; see the customer's own problem");
    }
    Optional<FurtherSource> further =
        context.hasFurtherSources()
            ? stores.furtherSources().lock(companyId, context.origin().connectionId(), said.id())
            : Optional.empty();
    if (further.isPresent()) {
      return say(further.get(), said, customerId);
    }
    Optional<UUID> added =
        Optional.ofNullable(ahead.remove(said))
            .or(() -> stores.invoices().add(context.origin(), said, customerId));
    if (added.isPresent()) {
      note(added.get(), customerId, "INVOICE_ADDED", null, said);
      documents.keep(added.get(), customerId, said);
      new CreditedInvoices(context).check(said, customerId);
      return Outcome.ADDED;
    }
    return change(said, customerId);
  }

  /** What another connection's figures count for, this one only says beside them. */
  private Outcome say(FurtherSource source, Invoice said, UUID customerId) {
    if (!context.origin().version().replaces(source.version())) {
      return Outcome.STALE;
    }
    context.foundAgain(said.id());
    stores.furtherSources().say(context.origin(), source, said, customerId);
    return Outcome.SAME;
  }

  private Outcome change(Invoice said, UUID customerId) {
    Locked locked = stores.invoices().lock(context.origin(), said.id());
    Invoice before = locked.invoice();
    boolean later = context.origin().version().replaces(locked.version());
    boolean atOdds = !context.ofProgram() && UsedNumber.atOdds(locked, said, customerId, later);
    boolean replacing =
        atOdds && stores.inbox().replacingBy(companyId, context.delivery().id()).isPresent();
    if (atOdds && !replacing) {
      throw UsedNumber.twice(locked, said, customerId, position(said));
    }
    if (!later && !replacing) {
      return Outcome.STALE;
    }
    context.foundAgain(said.id());
    Set<UUID> contradicted = giveUpClaims(locked, said, customerId);
    Outcome outcome = stores.invoices().change(context.origin(), locked, said, customerId);
    if (outcome == Outcome.CHANGED) {
      String event = replacing ? "INVOICE_REPLACED" : "INVOICE_CHANGED";
      note(locked.id(), customerId, event, before, said);
    }
    if (!context.ofProgram() || !said.attachments().isEmpty()) {
      documents.replace(locked.id(), customerId, said);
    }
    new CreditedInvoices(context).check(said, customerId);
    contradicted.forEach(
        invoice ->
            told.standing(stores.companies().profile(companyId), invoice, context.businessDate()));
    return outcome;
  }

  /** The invoices that lost a claim. */
  private Set<UUID> giveUpClaims(Locked locked, Invoice said, UUID customerId) {
    GiveWay claims =
        new GiveWay(
            stores, companyId, "translate", context.businessDate(), context.delivery().id());
    boolean gone =
        said.status() == InvoiceStatus.VOID
            || UsedNumber.another(locked.invoice(), said, customerId);
    return gone ? claims.all(locked) : claims.to(said.outstanding(), locked);
  }

  private static String position(Invoice said) {
    return switch (said.kind()) {
      case INVOICE -> "invoice " + said.number();
      case CREDIT_NOTE -> "credit note " + said.number();
    };
  }

  private void note(
      UUID invoiceId, UUID customerId, String event, @Nullable Invoice before, Invoice after) {
    context.note(
        new Happening(
            context.businessDate(),
            "translate",
            "invoice",
            invoiceId.toString(),
            event,
            null,
            before,
            after,
            context.delivery().id()),
        customerId);
  }
}
