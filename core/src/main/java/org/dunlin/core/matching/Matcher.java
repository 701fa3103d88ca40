package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * Finds the invoices that payments and credit notes settle. The same facts, in whatever order, give
 * the same lines. What it is not sure of, by the company's threshold, it only suggests. Who names
 * an invoice has the better claim on it than who only has the amount, whoever pays first: so all
 * payments are asked twice, {@link #named} and then {@link #next}.
 */
public final class Matcher {
  static final Comparator<UnallocatedPayment> IN_BOOKING_ORDER =
      Comparator.comparing((UnallocatedPayment candidate) -> candidate.payment().bookingDate())
          .thenComparing(candidate -> candidate.payment().id());

  private final LedgerView view;
  private final Tiers tiers;
  private final CreditNotes creditNotes;
  private final Set<String> refused;
  private final BigDecimal threshold;
  private final List<Adjustment> adjustments = new ArrayList<>();
  private final List<Adjustment> offered = new ArrayList<>();
  private final List<PaidAgain> again = new ArrayList<>();
  private final Set<String> named = new HashSet<>();

  /** The credit notes of which something is suggested, by themselves or beside a payment. */
  private final Set<String> asked = new HashSet<>();

  private Set<String> left = Set.of();

  private @Nullable UnallocatedPayment lastNamed;
  private @Nullable UnallocatedPayment last;

  /**
   * A matcher for payments that come by and by, where they are too many to be held at once; those
   * among the facts are not looked at.
   *
   * @throws IllegalArgumentException when a document is there twice
   */
  public Matcher(MatchFacts facts) {
    this(facts.view());
  }

  /** A matcher over a view, which changes as payments take their share. */
  public Matcher(LedgerView view) {
    this(view, Confidence.threshold(view.company()));
  }

  Matcher(LedgerView view, BigDecimal threshold) {
    this.view = view;
    this.threshold = threshold;
    this.tiers = new Tiers(view);
    this.creditNotes = new CreditNotes(view);
    this.refused =
        view.refusals().stream().map(Refusal::paymentId).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * The allocation lines for the credit notes in the order of issue, then for the payments that
   * name what they settle, then for the others, each in booking order. What one takes automatically
   * is no longer open for a later one. Lines of one proposal share {@code match}; alternatives for
   * one payment or credit note count up in {@code rank}.
   *
   * @throws IllegalArgumentException when a document or payment is there twice
   */
  public static List<Allocation> match(MatchFacts facts) {
    Matcher matcher = new Matcher(facts);
    List<Allocation> allocations = new ArrayList<>(matcher.credits());
    List<UnallocatedPayment> payments = facts.payments().stream().sorted(IN_BOOKING_ORDER).toList();
    allocations.addAll(matcher.named(payments));
    allocations.addAll(matcher.next(payments));
    return List.copyOf(allocations);
  }

  /**
   * Takes the ids of the credit notes that a person left to their customers: no rule applies one.
   */
  public void left(Set<String> creditNotes) {
    left = Set.copyOf(creditNotes);
  }

  /** The lines for the open credit notes among the facts, which come before all payments. */
  public List<Allocation> credits() {
    return creditNotes.notes().stream()
        .filter(note -> !left.contains(note.id))
        .flatMap(note -> settle(creditNotes.propose(note), note).stream())
        .toList();
  }

  /**
   * What is suggested for the credit notes of which nothing was by {@link #credits} or with a
   * payment, and that are open still; asked for last, once all payments took their share.
   *
   * @param notAsked the ids of those about which nobody is to be asked now
   */
  public List<Allocation> undecidedCredits(Set<String> notAsked) {
    UndecidedCredits undecided = new UndecidedCredits(view);
    return view.notes().stream()
        .filter(note -> !left.contains(note.id) && !asked.contains(note.id))
        .filter(note -> !notAsked.contains(note.id))
        .sorted(CreditNotes.IN_ORDER_OF_ISSUE)
        .map(note -> settle(undecided.propose(note), note))
        .filter(lines -> !lines.isEmpty())
        .limit(UndecidedCredits.MOST_NOTES)
        .flatMap(List::stream)
        .toList();
  }

  /**
   * The automatic lines for those of the payments that name what they settle; of the others
   * nothing. All payments come in booking order, by date and id, before any comes to {@link #next}.
   * However they are cut, the lines are those of {@link #match} over all of them.
   *
   * @throws IllegalArgumentException when a payment does not follow on those before, or is there
   *     twice
   */
  public List<Allocation> named(List<UnallocatedPayment> payments) {
    List<Allocation> allocations = new ArrayList<>();
    for (UnallocatedPayment candidate : payments) {
      follow(lastNamed, candidate);
      lastNamed = candidate;
      if (asked(candidate)) {
        List<Allocation> lines = naming(candidate);
        if (!lines.isEmpty()) {
          named.add(candidate.payment().id());
          allocations.addAll(lines);
        }
      }
    }
    return List.copyOf(allocations);
  }

  /**
   * The lines for the payments of which {@link #named} said nothing, in booking order, by date and
   * id; however they are cut.
   *
   * @throws IllegalArgumentException when a payment does not follow on those before, or is there
   *     twice
   */
  public List<Allocation> next(List<UnallocatedPayment> payments) {
    List<Allocation> allocations = new ArrayList<>();
    for (UnallocatedPayment candidate : payments) {
      follow(last, candidate);
      last = candidate;
      if (asked(candidate) && !named.contains(candidate.payment().id())) {
        allocations.addAll(allocate(candidate));
      }
    }
    return List.copyOf(allocations);
  }

  private boolean asked(UnallocatedPayment candidate) {
    return Incoming.counts(candidate) && !tiers.ownMoney(candidate.payment());
  }

  /**
   * Takes the documents of which nothing is open and that the payments to come may name, in place
   * of those that it took before.
   *
   * @see SettledNumbers
   */
  public void settled(List<Invoice> documents) {
    settled(documents, true);
  }

  /** The same; where they are not all, who names what is none of them is only asked about. */
  public void settled(List<Invoice> documents, boolean all) {
    view.settled(documents, all);
  }

  /** What the automatic lines since the last time settle without money; asked for once. */
  public List<Adjustment> adjustments() {
    List<Adjustment> since = List.copyOf(adjustments);
    adjustments.clear();
    return since;
  }

  /**
   * What the suggested lines since the last time would settle without money, were they confirmed;
   * asked for once.
   */
  public List<Adjustment> offered() {
    List<Adjustment> since = List.copyOf(offered);
    offered.clear();
    return since;
  }

  /**
   * Those of the payments since the last time that no rule applied and that name what their payer
   * has settled; asked for once.
   */
  public List<PaidAgain> paidAgain() {
    List<PaidAgain> since = List.copyOf(again);
    again.clear();
    return since;
  }

  private void noteAgain(String paymentId, Tiers.Heard heard) {
    Item settled = tiers.again(heard);
    if (settled != null) {
      again.add(new PaidAgain(paymentId, settled.debtor.id, settled.id));
    }
  }

  private static void follow(@Nullable UnallocatedPayment last, UnallocatedPayment candidate) {
    int order = last == null ? -1 : IN_BOOKING_ORDER.compare(last, candidate);
    if (order >= 0) {
      throw new IllegalArgumentException(
          "payment "
              + candidate.payment().id()
              + (order == 0 ? " is there twice" : " comes out of the order of booking"));
    }
  }

  private List<Allocation> settle(List<Proposal> proposals, Item note) {
    List<Allocation> lines =
        settle(
            proposals,
            note.id,
            (proposal, rank, decision) -> proposal.ofCreditNote(note.id, rank, decision));
    lines.stream()
        .filter(line -> line.decision() == Decision.AUTOMATIC)
        .forEach(line -> note.take(line.amount().getAmountMinorLong()));
    return lines;
  }

  private List<Allocation> naming(UnallocatedPayment candidate) {
    String id = candidate.payment().id();
    return refused.contains(id) || Tiers.namesNothing(candidate.payment())
        ? List.of()
        : settle(
            tiers.named(tiers.hear(incoming(candidate)), threshold),
            id,
            (proposal, rank, decision) -> proposal.ofPayment(id, rank, decision));
  }

  private List<Allocation> allocate(UnallocatedPayment candidate) {
    String id = candidate.payment().id();
    Tiers.Heard heard = tiers.hear(incoming(candidate));
    List<Allocation> lines =
        settle(
            tiers.propose(heard, threshold),
            id,
            (proposal, rank, decision) -> proposal.ofPayment(id, rank, decision));
    if (lines.isEmpty() || lines.getFirst().decision() == Decision.SUGGESTED) {
      noteAgain(id, heard); // nothing was taken, so what was heard stands
    }
    return lines;
  }

  private Incoming incoming(UnallocatedPayment candidate) {
    return Incoming.of(candidate, view.payers().of(candidate.payment()));
  }

  private interface Allocating {
    List<Allocation> allocations(Proposal proposal, int rank, Decision decision);
  }

  private List<Allocation> settle(List<Proposal> proposals, String by, Allocating allocating) {
    List<Allocation> allocations = new ArrayList<>();
    int rank = 1;
    for (Proposal proposal : proposals) {
      boolean automatic = proposals.size() == 1 && automatic(proposal, by);
      if (automatic) {
        proposal.take();
      }
      (automatic ? adjustments : offered).addAll(proposal.adjustments(by, rank));
      Decision decision = automatic ? Decision.AUTOMATIC : Decision.SUGGESTED;
      allocations.addAll(allocating.allocations(proposal, rank++, decision));
    }
    allocations.stream()
        .filter(line -> line.decision() == Decision.SUGGESTED)
        .map(Allocation::creditNoteId)
        .filter(Objects::nonNull)
        .forEach(asked::add);
    return allocations;
  }

  private boolean automatic(Proposal proposal, String by) {
    return proposal.sole()
        && proposal.confidence().compareTo(threshold) >= 0
        && !refused.contains(by);
  }
}
