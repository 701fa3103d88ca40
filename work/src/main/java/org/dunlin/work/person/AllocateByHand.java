package org.dunlin.work.person;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
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
   * @param rest for what reason all that is open of the invoice beside the amount is settled
   *     without money; absent where it stays open
   */
  public record Line(UUID invoiceId, BigDecimal amount, @Nullable AdjustmentReason rest) {
    /** One after which the rest of the invoice stays open. */
    public Line(UUID invoiceId, BigDecimal amount) {
      this(invoiceId, amount, null);
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
    List<Allocation> allocations = decided(companyId, payment, lines);
    stores.payments().takeUp(companyId, paymentId);
    stores.allocations().clearSuggestions(companyId, paymentId);
    Map<String, AdjustmentReason> rests = new HashMap<>();
    for (Line line : lines) {
      if (line.rest() != null) {
        rests.put(line.invoiceId().toString(), line.rest());
      }
    }
    allocations.forEach(line -> record(profile, line, rests.get(line.invoiceId()), today, by));
    stores.companies().addWorkDue(companyId, WorkDue.MATCH);
  }

  private static boolean sound(Money whole, List<Line> lines) {
    Set<UUID> invoices = new HashSet<>();
    int places = whole.getCurrencyUnit().getDecimalPlaces();
    return !lines.isEmpty()
        && lines.stream()
            .allMatch(
                line ->
                    invoices.add(line.invoiceId())
                        && line.amount().signum() > 0
                        && line.amount().stripTrailingZeros().scale() <= places);
  }

  /** The lines in the order of their invoices, so that two people never wait for each other. */
  private List<Allocation> decided(String companyId, PaymentState payment, List<Line> lines) {
    List<Allocation> suggested = suggestion(companyId, payment, lines).orElse(List.of());
    Map<String, Allocation> byInvoice =
        suggested.stream().collect(Collectors.toMap(Allocation::invoiceId, line -> line));
    String match = suggested.isEmpty() ? null : suggested.getFirst().match();
    return lines.stream()
        .sorted((one, other) -> one.invoiceId().compareTo(other.invoiceId()))
        .map(line -> allocation(payment, line, match, byInvoice.get(line.invoiceId().toString())))
        .toList();
  }

  private static Allocation allocation(
      PaymentState payment, Line line, @Nullable String match, @Nullable Allocation suggested) {
    Money amount =
        Money.of(payment.payment().amount().getCurrencyUnit(), line.amount().stripTrailingZeros());
    return new Allocation(
        payment.payment().id(),
        null,
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
            .collect(
                Collectors.toMap(
                    line -> line.invoiceId().toString(),
                    line -> line.amount().stripTrailingZeros()));
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
                            Allocation::invoiceId,
                            line -> line.amount().getAmount().stripTrailingZeros(),
                            BigDecimal::add))
                    .equals(said))
        .filter(proposal -> proposal.size() == lines.size())
        .findFirst();
  }

  private void record(
      CompanyProfile profile,
      Allocation line,
      @Nullable AdjustmentReason rest,
      LocalDate today,
      String by) {
    String companyId = profile.id();
    UUID invoice = UUID.fromString(line.invoiceId());
    UUID payment = UUID.fromString(Objects.requireNonNull(line.paymentId()));
    DocumentState state = stores.invoices().lock(companyId, invoice).orElse(null);
    require(state != null && state.invoice().kind() == InvoiceKind.INVOICE, Outcome.NO_INVOICE);
    require(
        Objects.requireNonNull(state).invoice().currency().equals(line.amount().getCurrencyUnit()),
        Outcome.OTHER_CURRENCY);
    Claims claims = new Claims(stores, companyId);
    require(claims.raiseDocuments(line), Outcome.LESS_OPEN);
    require(claims.raiseMoney(line), Outcome.LESS_LEFT);
    stores.refusals().remove(companyId, payment, invoice);
    UUID id = stores.allocations().add(companyId, line, by, today);
    stores.payerLessons().learn(companyId, id, line);
    Money left = Objects.requireNonNull(state).open().minus(line.amount());
    if (rest != null && left.isPositive()) {
      new Adjusting(stores, companyId, by, today)
          .record(id, new Adjustment(line.paymentId(), line.invoiceId(), left, rest, line.match()));
    }
    told.allocated(profile, id, line, today);
    told.standing(profile, invoice, today);
    stores
        .journal()
        .append(
            companyId,
            new Happening(
                today, by, "invoice", line.invoiceId(), "ALLOCATED", null, null, line, null));
  }
}
