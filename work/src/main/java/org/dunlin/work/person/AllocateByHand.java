package org.dunlin.work.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.PaymentState;
import org.dunlin.work.Adjusting;
import org.dunlin.work.Claims;
import org.dunlin.work.tell.TellPrograms;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Allocates a payment as a person says: what was suggested is confirmed, anything else is the
 * person's own. All lines hold or none does, and no rule undoes them.
 */
public final class AllocateByHand {
  private final Stores stores;
  private final TellPrograms told;

  /** Over these stores, with programs that are told as far as they are able. */
  public AllocateByHand(Stores stores, Abilities abilities) {
    this.stores = stores;
    told = new TellPrograms(stores, abilities);
  }

  /**
   * What goes to one invoice.
   *
   * @param amount in the payment's currency, above zero
   * @param rest for what reason the invoice is settled beside the amount without money; absent
   *     where the rest stays open
   * @param restAmount how much of it is; absent where all that is open is
   * @param creditNoteId what the amount is taken of in place of the payment, where it goes with one
   */
  public record Line(
      UUID invoiceId,
      BigDecimal amount,
      @Nullable AdjustmentReason rest,
      @Nullable BigDecimal restAmount,
      @Nullable UUID creditNoteId) {
    /** One after which all of the invoice is settled. */
    public Line(UUID invoiceId, BigDecimal amount, @Nullable AdjustmentReason rest) {
      this(invoiceId, amount, rest, null, null);
    }

    /** One after which the rest of the invoice stays open. */
    public Line(UUID invoiceId, BigDecimal amount) {
      this(invoiceId, amount, null);
    }

    private String key() {
      return invoiceId + (creditNoteId == null ? "" : " by " + creditNoteId);
    }
  }

  /** What became of it. */
  public enum Outcome {
    /** It is allocated. */
    DONE,
    /** No line, or the same invoice twice, or no amount above zero with the currency's places. */
    NOTHING_TO_DO,
    /** Not money that came in. */
    NOT_INCOMING,
    /** One of the invoices is not there, or is no invoice. */
    NO_INVOICE,
    /** One of the invoices has another currency than the payment. */
    OTHER_CURRENCY,
    /** A credit note is not of the customer of the invoice. */
    OTHER_CUSTOMER,
    /** Less than that is left of the payment, perhaps since somebody else was quicker. */
    LESS_LEFT,
    /** Less than that is open on an invoice, perhaps since somebody else was quicker. */
    LESS_OPEN
  }

  /** Allocates all of these lines, or none. */
  public Outcome allocate(String companyId, UUID paymentId, List<Line> lines, String by) {
    try {
      stores.transactions().run(() -> allocateNow(companyId, paymentId, lines, by));
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

  private void allocateNow(String companyId, UUID paymentId, List<Line> lines, String by) {
    PaymentState state = stores.payments().find(companyId, paymentId).orElse(null);
    require(state != null && state.payment().direction() == Direction.IN, Outcome.NOT_INCOMING);
    PaymentState payment = Objects.requireNonNull(state);
    require(sound(payment.payment().amount(), lines), Outcome.NOTHING_TO_DO);
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    Map<Line, Allocation> allocations = decided(companyId, payment, lines);
    stores.payments().takeUp(companyId, paymentId);
    stores.allocations().clearSuggestions(companyId, paymentId);
    lockAll(companyId, lines);
    lines.stream()
        .map(Line::creditNoteId)
        .filter(Objects::nonNull)
        .forEach(note -> goesAlong(companyId, note));
    allocations.forEach((line, allocation) -> record(profile, allocation, line, today, by));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }

  /** What goes with a payment is not left to its customer, nor asked about by itself any more. */
  private void goesAlong(String companyId, UUID note) {
    stores.openCreditNotes().takeUp(companyId, note);
    stores.openCreditNotes().clearSuggestions(companyId, note);
  }

  private static boolean sound(Money whole, List<Line> lines) {
    Set<String> keys = new HashSet<>();
    int places = whole.getCurrencyUnit().getDecimalPlaces();
    return lines.stream().anyMatch(line -> line.creditNoteId() == null)
        && lines.stream()
            .allMatch(
                line ->
                    keys.add(line.key())
                        && sound(line.amount(), places)
                        && (line.restAmount() == null
                            || line.rest() != null && sound(line.restAmount(), places))
                        && (line.rest() == null || line.creditNoteId() == null));
  }

  private static boolean sound(BigDecimal amount, int places) {
    return amount.signum() > 0 && amount.stripTrailingZeros().scale() <= places;
  }

  /** Locks all documents in one order, so that two people never wait for each other. */
  private void lockAll(String companyId, List<Line> lines) {
    Set<UUID> documents = new TreeSet<>();
    for (Line line : lines) {
      documents.add(line.invoiceId());
      if (line.creditNoteId() != null) {
        documents.add(line.creditNoteId());
      }
    }
    documents.forEach(document -> stores.invoices().lock(companyId, document));
  }

  private Map<Line, Allocation> decided(String companyId, PaymentState payment, List<Line> lines) {
    List<Allocation> suggested = suggestion(companyId, payment, lines).orElse(List.of());
    Map<String, Allocation> byKey =
        suggested.stream().collect(Collectors.toMap(AllocateByHand::key, line -> line));
    String match = suggested.isEmpty() ? null : suggested.getFirst().match();
    Map<Line, Allocation> decided = new LinkedHashMap<>();
    // Credit notes first: only then it is known what is left to be settled without money.
    lines.stream()
        .sorted(Comparator.comparing((Line line) -> line.creditNoteId() == null))
        .forEach(
            line -> decided.put(line, allocation(payment, line, match, byKey.get(line.key()))));
    return decided;
  }

  private static String key(Allocation line) {
    return line.invoiceId() + (line.creditNoteId() == null ? "" : " by " + line.creditNoteId());
  }

  private static Allocation allocation(
      PaymentState payment, Line line, @Nullable String match, @Nullable Allocation suggested) {
    Money amount =
        Money.of(payment.payment().amount().getCurrencyUnit(), line.amount().stripTrailingZeros());
    UUID note = line.creditNoteId();
    return new Allocation(
        note == null ? payment.payment().id() : null,
        note == null ? null : note.toString(),
        line.invoiceId().toString(),
        amount,
        match,
        1,
        suggested == null ? Decision.MANUAL : Decision.CONFIRMED,
        suggested == null ? null : suggested.rule(),
        suggested == null ? null : suggested.confidence(),
        suggested == null ? List.of() : suggested.evidence());
  }

  /** The suggestion that says exactly this, if there is one. */
  private Optional<List<Allocation>> suggestion(
      String companyId, PaymentState payment, List<Line> lines) {
    Map<String, BigDecimal> said =
        lines.stream()
            .collect(Collectors.toMap(Line::key, line -> line.amount().stripTrailingZeros()));
    return stores
        .allocations()
        .suggestedOf(companyId, UUID.fromString(payment.payment().id()))
        .stream()
        .map(Stored::allocation)
        .collect(Collectors.groupingBy(line -> String.valueOf(line.match())))
        .values()
        .stream()
        .filter(
            proposal ->
                proposal.stream()
                    .collect(
                        Collectors.toMap(
                            AllocateByHand::key,
                            line -> line.amount().getAmount().stripTrailingZeros(),
                            BigDecimal::add))
                    .equals(said))
        .filter(proposal -> proposal.size() == lines.size())
        .findFirst();
  }

  private void record(
      CompanyProfile profile, Allocation line, Line said, LocalDate today, String by) {
    String companyId = profile.id();
    UUID invoice = said.invoiceId();
    String settledBy = line.paymentId() == null ? line.creditNoteId() : line.paymentId();
    DocumentState state = stores.invoices().lock(companyId, invoice).orElse(null);
    require(state != null && state.invoice().kind() == InvoiceKind.INVOICE, Outcome.NO_INVOICE);
    require(
        Objects.requireNonNull(state).invoice().currency().equals(line.amount().getCurrencyUnit()),
        Outcome.OTHER_CURRENCY);
    if (said.creditNoteId() != null) {
      requireNoteOf(companyId, Objects.requireNonNull(state), said.creditNoteId());
    }
    Claims claims = new Claims(stores, companyId);
    require(claims.raiseDocuments(line), Outcome.LESS_OPEN);
    require(claims.raiseMoney(line), Outcome.LESS_LEFT);
    stores
        .refusals()
        .remove(companyId, UUID.fromString(Objects.requireNonNull(settledBy)), invoice);
    UUID id = stores.allocations().add(companyId, line, by, today);
    stores.payerLessons().learn(companyId, id, line);
    settleRest(companyId, id, line, said, today, by);
    told.allocated(profile, id, line, today);
    told.standing(profile, invoice, today);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, by, "invoice", line.invoiceId(), "ALLOCATED", null, null, line, null));
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

  private void requireNoteOf(String companyId, DocumentState invoice, UUID noteId) {
    DocumentState note = stores.invoices().lock(companyId, noteId).orElse(null);
    require(note != null && note.invoice().kind() == InvoiceKind.CREDIT_NOTE, Outcome.NO_INVOICE);
    Invoice credit = Objects.requireNonNull(note).invoice();
    require(credit.currency().equals(invoice.invoice().currency()), Outcome.OTHER_CURRENCY);
    require(credit.customerId().equals(invoice.invoice().customerId()), Outcome.OTHER_CUSTOMER);
  }
}
