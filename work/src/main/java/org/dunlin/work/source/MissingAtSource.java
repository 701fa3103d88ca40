package org.dunlin.work.source;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Source;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.FurtherSource;
import org.dunlin.store.ledger.Invoices.Locked;
import org.dunlin.store.ledger.Missing;
import org.dunlin.work.GiveWay;
import org.dunlin.work.match.OneTruth;

/**
 * Invoices that complete readings of their program do not bring any more: after the first nobody is
 * reminded of them, after the second in a row they are void. One that is there again is as it was.
 * All of it happens in the caller's transaction.
 */
public final class MissingAtSource {
  private static final String ACTOR = "pull";

  private final Stores stores;

  /** Over these stores. */
  public MissingAtSource(Stores stores) {
    this.stores = stores;
  }

  /**
   * Notes that one complete reading did not bring these objects.
   *
   * @param keys the program's ids; those that are no invoices here are passed over
   */
  public void missed(String companyId, String connectionId, Collection<String> keys) {
    if (keys.isEmpty()) {
      return;
    }
    stores.furtherSources().change(companyId);
    LocalDate today = today(companyId);
    boolean any = false;
    for (String key : keys.stream().sorted().toList()) {
      Optional<UUID> invoice = invoice(companyId, connectionId, key);
      if (invoice.isPresent()) {
        any = true;
        int times = stores.missing().count(companyId, connectionId, key);
        if (times == Missing.TIMES_UNTIL_GONE) {
          end(companyId, invoice.get(), today);
        } else if (times == 1) {
          note(
              companyId,
              invoice.get(),
              "MISSING_AT_SOURCE",
              today,
              "A complete reading of its"
                  + " program did not bring it; until the next one nobody is reminded of it.");
        }
      }
    }
    if (any) {
      stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    }
  }

  /** Notes that these objects are there; of those that never were missing nothing happens. */
  public void found(String companyId, String connectionId, Collection<String> keys) {
    if (!stores.missing().any(companyId, connectionId)) {
      return;
    }
    stores.furtherSources().change(companyId);
    LocalDate today = today(companyId);
    List<String> again = stores.missing().found(companyId, connectionId, List.copyOf(keys));
    for (String key : again.stream().sorted().toList()) {
      invoice(companyId, connectionId, key).ifPresent(invoice -> resume(companyId, invoice, today));
    }
    if (!again.isEmpty()) {
      stores.companies().addWorkDue(companyId, WorkDue.MATCH);
    }
  }

  private void end(String companyId, UUID invoiceId, LocalDate today) {
    Source before = source(companyId, invoiceId);
    new OneTruth(stores, companyId, today).letCount(invoiceId);
    Locked locked = stores.invoices().lockOwn(companyId, invoiceId);
    boolean another = !source(companyId, invoiceId).equals(before);
    boolean here = !stores.missing().gone(companyId, before.connection(), before.id());
    if (another || here || locked.invoice().status() == InvoiceStatus.VOID) {
      return; // another source has it still
    }
    new GiveWay(stores, companyId, ACTOR, today, null).all(locked);
    Invoice ended = in(InvoiceStatus.VOID, locked.invoice());
    stores.invoices().count(companyId, locked, ended);
    note(
        companyId,
        invoiceId,
        "INVOICE_GONE",
        today,
        "Two complete readings of its program in a" + " row did not bring it; it counts as void.");
  }

  private void resume(String companyId, UUID invoiceId, LocalDate today) {
    Locked locked = stores.invoices().lockOwn(companyId, invoiceId);
    if (locked.invoice().status() != locked.own().status()) {
      stores.invoices().count(companyId, locked, in(locked.own().status(), locked.invoice()));
    }
    new OneTruth(stores, companyId, today).letCount(invoiceId);
    note(companyId, invoiceId, "FOUND_AT_SOURCE", today, "Its program brings it again.");
  }

  /** The invoice of which the connection is a source, by its own figures or beside another's. */
  private Optional<UUID> invoice(String companyId, String connectionId, String key) {
    return stores
        .invoices()
        .id(companyId, connectionId, key)
        .or(
            () ->
                stores
                    .furtherSources()
                    .lock(companyId, connectionId, key)
                    .map(FurtherSource::invoiceId));
  }

  private Source source(String companyId, UUID invoiceId) {
    return Objects.requireNonNull(
        stores.invoices().find(companyId, invoiceId).orElseThrow().invoice().source());
  }

  private static Invoice in(InvoiceStatus status, Invoice i) {
    return new Invoice(
        i.id(),
        i.number(),
        i.kind(),
        i.customerId(),
        i.issueDate(),
        i.dueDate(),
        i.dueDateFrom(),
        i.total(),
        i.outstanding(),
        status,
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source(),
        i.plan());
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }

  private void note(
      String companyId, UUID invoiceId, String event, LocalDate today, String reason) {
    stores
        .journal()
        .append(companyId, Happening.to("invoice", invoiceId, event, ACTOR, today, reason));
  }
}
