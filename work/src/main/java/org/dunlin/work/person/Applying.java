package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.person.AllocateByHand.Line;
import org.dunlin.work.person.AllocateByHand.Outcome;
import org.dunlin.work.tell.TellPrograms;
import org.joda.money.Money;

/** Applies sums to invoices, all of what a person says of one or none of it. */
final class Applying {
  private final Stores stores;
  private final TellPrograms told;

  /** Over these stores, with programs that are told as far as they are able. */
  Applying(Stores stores, Abilities abilities) {
    this.stores = stores;
    told = new TellPrograms(stores, abilities);
  }

  /** In one transaction, which {@link #require} undoes. */
  Outcome all(Runnable change) {
    try {
      stores.transactions().run(change);
    } catch (Stopped stopped) {
      return stopped.outcome;
    }
    stores.wakeups().wake(Stage.MATCH);
    stores.wakeups().wake(Stage.DELIVER);
    return Outcome.DONE;
  }

  /** Undoes the transaction; the outcome says why. */
  private static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Outcome outcome;

    Stopped(Outcome outcome) {
      super(outcome.name());
      this.outcome = outcome;
    }
  }

  static void require(boolean holds, Outcome otherwise) {
    if (!holds) {
      throw new Stopped(otherwise);
    }
  }

  /** Locks all documents in one order, so that two people never wait for each other. */
  void lock(String companyId, List<Line> lines) {
    Set<UUID> documents = new TreeSet<>(notes(lines));
    lines.forEach(line -> documents.add(line.invoiceId()));
    documents.forEach(document -> stores.invoices().lock(companyId, document));
  }

  private static Set<UUID> notes(List<Line> lines) {
    return lines.stream()
        .flatMap(line -> Stream.ofNullable(line.creditNoteId()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The document as it is now, locked; it must be there, and be one of this kind. */
  DocumentState document(String companyId, UUID id, InvoiceKind kind) {
    DocumentState state = stores.invoices().lock(companyId, id).orElse(null);
    require(state != null && state.invoice().kind() == kind, Outcome.NO_INVOICE);
    return Objects.requireNonNull(state);
  }

  /** Records what is said of a sum; what is suggested for it otherwise is forgotten. */
  void record(String companyId, Sum sum, SaidLines said, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    Map<Line, Allocation> decided = said.decided(sum.id(), sum.suggested(stores, companyId));
    takeUp(companyId, sum);
    lock(companyId, said.lines());
    notes(said.lines()).forEach(note -> takeUp(companyId, new Sum.OfCreditNote(note)));
    decided.forEach((line, allocation) -> record(profile, sum, line, allocation, today, by));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }

  /** It is neither set aside nor left to its customer, nor asked about by itself any more. */
  private void takeUp(String companyId, Sum sum) {
    sum.takeUp(stores, companyId);
    sum.clearSuggestions(stores, companyId);
  }

  private void record(
      CompanyProfile profile, Sum sum, Line said, Allocation line, LocalDate today, String by) {
    String companyId = profile.id();
    UUID invoiceId = said.invoiceId();
    UUID noteId = said.creditNoteId();
    Invoice invoice = document(companyId, invoiceId, InvoiceKind.INVOICE).invoice();
    require(invoice.currency().equals(line.amount().getCurrencyUnit()), Outcome.OTHER_CURRENCY);
    if (noteId != null) {
      DocumentState note = document(companyId, noteId, InvoiceKind.CREDIT_NOTE);
      require(note.invoice().currency().equals(invoice.currency()), Outcome.OTHER_CURRENCY);
      require(note.invoice().customerId().equals(invoice.customerId()), Outcome.OTHER_CUSTOMER);
      require(!noteId.equals(sum.id()) || has(note, line.amount()), Outcome.LESS_LEFT);
    }
    Claims claims = new Claims(stores, companyId);
    require(claims.raiseDocuments(line), Outcome.LESS_OPEN);
    require(claims.raiseMoney(line), Outcome.LESS_LEFT);
    stores.refusals().remove(companyId, noteId == null ? sum.id() : noteId, invoiceId);
    UUID id = stores.allocations().add(companyId, line, by, today);
    stores.payerLessons().learn(companyId, id, line);
    settleRest(companyId, id, line, said, today, by);
    told.allocated(profile, id, line, today);
    told.standing(profile, invoiceId, today);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, by, "invoice", line.invoiceId(), "ALLOCATED", null, null, line, null));
  }

  private static boolean has(DocumentState note, Money amount) {
    return note.invoice().status() == InvoiceStatus.OPEN && !note.open().isLessThan(amount);
  }

  /** What is open is asked for again: another line may have taken of it. */
  private void settleRest(
      String companyId, UUID id, Allocation line, Line said, LocalDate today, String by) {
    AdjustmentReason reason = said.rest();
    if (reason == null) {
      return;
    }
    Money left = stores.invoices().lock(companyId, said.invoiceId()).orElseThrow().open();
    Money rest =
        said.restAmount() == null
            ? left
            : Money.of(left.getCurrencyUnit(), said.restAmount().stripTrailingZeros());
    require(!rest.isGreaterThan(left), Outcome.LESS_OPEN);
    if (rest.isPositive()) {
      Adjustment adjustment =
          new Adjustment(line.paymentId(), line.invoiceId(), rest, reason, line.match());
      new Adjusting(stores, companyId, by, today).record(id, adjustment);
    }
  }
}
