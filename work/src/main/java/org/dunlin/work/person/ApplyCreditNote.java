package org.dunlin.work.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes a credit note off invoices of its customer as a person says: what was suggested is
 * confirmed, anything else is the person's own. All lines hold or none does, and no rule undoes
 * them.
 */
public final class ApplyCreditNote {
  private final Stores stores;
  private final TellPrograms told;

  /** Over these stores, with programs that are told as far as they are able. */
  public ApplyCreditNote(Stores stores, Abilities abilities) {
    this.stores = stores;
    told = new TellPrograms(stores, abilities);
  }

  /**
   * What is taken off one invoice.
   *
   * @param amount in the credit note's currency, above zero
   */
  public record Line(UUID invoiceId, BigDecimal amount) {}

  /** What became of it. */
  public enum Outcome {
    /** It is applied. */
    DONE,
    /** No line, or the same invoice twice, or no amount above zero with the currency's places. */
    NOTHING_TO_DO,
    /** The company has no such credit note, or one of the invoices is not there, or is none. */
    NO_INVOICE,
    /** One of the invoices has another currency than the credit note. */
    OTHER_CURRENCY,
    /** One of the invoices is another customer's. */
    OTHER_CUSTOMER,
    /** Less than that is left of the credit note, perhaps since somebody else was quicker. */
    LESS_LEFT,
    /** Less than that is open on an invoice, perhaps since somebody else was quicker. */
    LESS_OPEN
  }

  /** Applies all of these lines, or none. */
  public Outcome apply(String companyId, UUID noteId, List<Line> lines, String by) {
    try {
      stores.transactions().run(() -> applyNow(companyId, noteId, lines, by));
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

  private static void require(boolean holds, Outcome otherwise) {
    if (!holds) {
      throw new Stopped(otherwise);
    }
  }

  private void applyNow(String companyId, UUID noteId, List<Line> lines, String by) {
    // In one order, so that two people never wait for each other.
    Set<UUID> documents = new TreeSet<>(lines.stream().map(Line::invoiceId).toList());
    documents.add(noteId);
    documents.forEach(document -> stores.invoices().lock(companyId, document));
    DocumentState note = stores.invoices().lock(companyId, noteId).orElse(null);
    require(note != null && note.invoice().kind() == InvoiceKind.CREDIT_NOTE, Outcome.NO_INVOICE);
    Invoice credit = Objects.requireNonNull(note).invoice();
    require(sound(credit, lines), Outcome.NOTHING_TO_DO);
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    List<Allocation> decided = decided(companyId, credit, noteId, lines);
    stores.openCreditNotes().takeUp(companyId, noteId);
    stores.openCreditNotes().clearSuggestions(companyId, noteId);
    decided.forEach(line -> record(profile, credit, line, today, by));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }

  private static boolean sound(Invoice note, List<Line> lines) {
    Set<UUID> invoices = new HashSet<>();
    int places = note.currency().getDecimalPlaces();
    return !lines.isEmpty()
        && lines.stream()
            .allMatch(
                line ->
                    invoices.add(line.invoiceId())
                        && line.amount().signum() > 0
                        && line.amount().stripTrailingZeros().scale() <= places);
  }

  private List<Allocation> decided(String companyId, Invoice note, UUID noteId, List<Line> lines) {
    List<Allocation> suggested = suggestion(companyId, note, noteId, lines).orElse(List.of());
    Map<String, Allocation> byInvoice =
        suggested.stream().collect(Collectors.toMap(Allocation::invoiceId, line -> line));
    String match = suggested.isEmpty() ? null : suggested.getFirst().match();
    return lines.stream()
        .map(line -> allocation(note, line, match, byInvoice.get(line.invoiceId().toString())))
        .toList();
  }

  /** The suggestion that says exactly this, if there is one. */
  private Optional<List<Allocation>> suggestion(
      String companyId, Invoice note, UUID noteId, List<Line> lines) {
    Map<String, Money> said =
        lines.stream()
            .collect(
                Collectors.toMap(line -> line.invoiceId().toString(), line -> money(note, line)));
    return stores.openCreditNotes().suggestedOf(companyId, noteId).stream()
        .map(Stored::allocation)
        .collect(Collectors.groupingBy(line -> String.valueOf(line.match())))
        .values()
        .stream()
        .filter(proposal -> proposal.size() == lines.size())
        .filter(
            proposal ->
                proposal.stream()
                    .allMatch(line -> line.amount().equals(said.get(line.invoiceId()))))
        .findFirst();
  }

  private static Money money(Invoice note, Line line) {
    return Money.of(note.currency(), line.amount().stripTrailingZeros());
  }

  private static Allocation allocation(
      Invoice note, Line line, @Nullable String match, @Nullable Allocation suggested) {
    return new Allocation(
        null,
        note.id(),
        line.invoiceId().toString(),
        money(note, line),
        match,
        1,
        suggested == null ? Decision.MANUAL : Decision.CONFIRMED,
        suggested == null ? null : suggested.rule(),
        suggested == null ? null : suggested.confidence(),
        suggested == null ? List.of() : suggested.evidence());
  }

  private void record(
      CompanyProfile profile, Invoice note, Allocation line, LocalDate today, String by) {
    String companyId = profile.id();
    UUID noteId = UUID.fromString(note.id());
    UUID invoiceId = UUID.fromString(line.invoiceId());
    DocumentState state = stores.invoices().lock(companyId, invoiceId).orElse(null);
    require(state != null && state.invoice().kind() == InvoiceKind.INVOICE, Outcome.NO_INVOICE);
    Invoice invoice = Objects.requireNonNull(state).invoice();
    require(invoice.currency().equals(note.currency()), Outcome.OTHER_CURRENCY);
    require(invoice.customerId().equals(note.customerId()), Outcome.OTHER_CUSTOMER);
    require(open(stores.invoices().lock(companyId, noteId), line), Outcome.LESS_LEFT);
    require(new Claims(stores, companyId).raise(line), Outcome.LESS_OPEN);
    stores.refusals().remove(companyId, noteId, invoiceId);
    stores.allocations().add(companyId, line, by, today);
    told.standing(profile, invoiceId, today);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, by, "invoice", line.invoiceId(), "ALLOCATED", null, null, line, null));
  }

  private static boolean open(Optional<DocumentState> note, Allocation line) {
    return note.filter(state -> state.invoice().status() == InvoiceStatus.OPEN)
        .filter(state -> !state.open().isLessThan(line.amount()))
        .isPresent();
  }
}
