package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Finds the invoices that payments and credit notes settle. The same facts, in whatever order, give
 * the same lines. What it is not sure of, by the company's threshold, it only suggests.
 */
public final class Matcher {
  static final Comparator<UnallocatedPayment> IN_BOOKING_ORDER =
      Comparator.comparing((UnallocatedPayment candidate) -> candidate.payment().bookingDate())
          .thenComparing(candidate -> candidate.payment().id());

  private final OpenDocuments documents;
  private final Payers payers;
  private final StructuredReferences references;
  private final ByReference byReference;
  private final QuotedNumbers numbers;
  private final ByNumber byNumber;
  private final CreditNotes creditNotes;
  private final Set<String> refused;
  private final BigDecimal threshold;

  private @Nullable UnallocatedPayment last;

  /**
   * A matcher for payments that come by and by, where they are too many to be held at once; those
   * among the facts are not looked at.
   *
   * @throws IllegalArgumentException when a document is there twice
   */
  public Matcher(MatchFacts facts) {
    documents = new OpenDocuments(facts);
    payers = new Payers(facts.customers());
    references = new StructuredReferences(documents);
    byReference = new ByReference(documents);
    numbers = new QuotedNumbers(documents);
    byNumber = new ByNumber(documents);
    creditNotes = new CreditNotes(documents, facts);
    refused =
        facts.refusals().stream().map(Refusal::paymentId).collect(Collectors.toUnmodifiableSet());
    threshold =
        facts.company().autoThreshold() == null
            ? Confidence.DEFAULT_THRESHOLD
            : facts.company().autoThreshold();
  }

  /**
   * The allocation lines for the credit notes in the order of issue, then for the payments in
   * booking order. What one takes automatically is no longer open for a later one. Lines of one
   * proposal share {@code match}; alternatives for one payment or credit note count up in {@code
   * rank}.
   *
   * @throws IllegalArgumentException when a document or payment is there twice
   */
  public static List<Allocation> match(MatchFacts facts) {
    Matcher matcher = new Matcher(facts);
    List<Allocation> allocations = new ArrayList<>(matcher.credits());
    allocations.addAll(matcher.next(facts.payments().stream().sorted(IN_BOOKING_ORDER).toList()));
    return List.copyOf(allocations);
  }

  /** The lines for the open credit notes among the facts, which come before all payments. */
  public List<Allocation> credits() {
    return creditNotes.notes().stream().flatMap(note -> credit(note).stream()).toList();
  }

  /**
   * The lines for the payments that follow in booking order, by date and id. However the payments
   * are cut, the lines are those of {@link #match} over all of them.
   *
   * @throws IllegalArgumentException when a payment does not follow on those before, or is there
   *     twice
   */
  public List<Allocation> next(List<UnallocatedPayment> payments) {
    List<Allocation> allocations = new ArrayList<>();
    for (UnallocatedPayment candidate : payments) {
      follow(candidate);
      if (Incoming.counts(candidate)) {
        allocations.addAll(allocate(candidate));
      }
    }
    return List.copyOf(allocations);
  }

  private void follow(UnallocatedPayment candidate) {
    int order = last == null ? -1 : IN_BOOKING_ORDER.compare(last, candidate);
    if (order >= 0) {
      throw new IllegalArgumentException(
          "payment "
              + candidate.payment().id()
              + (order == 0 ? " is there twice" : " comes out of the order of booking"));
    }
    last = candidate;
  }

  private List<Allocation> credit(OpenDocument note) {
    String id = note.document().id();
    return settle(
        creditNotes.propose(note),
        id,
        (proposal, rank, decision) -> proposal.ofCreditNote(id, rank, decision));
  }

  private List<Allocation> allocate(UnallocatedPayment candidate) {
    String id = candidate.payment().id();
    Incoming incoming =
        new Incoming(candidate.payment(), candidate.unallocated(), payers.of(candidate.payment()));
    return settle(
        propose(incoming),
        id,
        (proposal, rank, decision) -> proposal.ofPayment(id, rank, decision));
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
        proposal.lines().forEach(line -> documents.take(line.invoice(), line.amount()));
      }
      Decision decision = automatic ? Decision.AUTOMATIC : Decision.SUGGESTED;
      allocations.addAll(allocating.allocations(proposal, rank++, decision));
    }
    return allocations;
  }

  private List<Proposal> propose(Incoming incoming) {
    List<Numbered> quoted = numbers.of(incoming);
    List<Citation> citations = telling(references.of(incoming.payment()), quoted, incoming);
    if (citations.isEmpty()) {
      return byNumber.propose(incoming, quoted);
    }
    if (citations.size() == 1 && citations.getFirst().plain()) {
      List<Numbered> others = others(citations.getFirst().fitting().getFirst(), quoted, incoming);
      if (!others.isEmpty()) {
        others.addFirst(citations.getFirst().numbered());
        return byNumber.propose(incoming, others);
      }
    }
    return byReference.propose(incoming, citations);
  }

  /** Of a reference that several invoices share, a number of one of them alone says which. */
  private static List<Citation> telling(
      List<Citation> citations, List<Numbered> quoted, Incoming incoming) {
    List<Invoice> numbered =
        quoted.stream()
            .filter(number -> number.bearing().size() == 1 && !number.doubtful(incoming))
            .map(number -> number.bearing().getFirst())
            .toList();
    return citations.stream()
        .filter(
            citation ->
                citation.fitting().size() == 1
                    || citation.fitting().stream().noneMatch(numbered::contains))
        .toList();
  }

  /**
   * Other invoices that the text names beside the one that a reference names. They are heard where
   * the amount does not speak for that one alone: one reference is often copied for a list.
   */
  private List<Numbered> others(Invoice cited, List<Numbered> quoted, Incoming incoming) {
    Money available = incoming.available();
    List<Numbered> others = new ArrayList<>();
    for (Numbered number : quoted) {
      boolean same = number.bearing().contains(cited);
      boolean heard =
          !available.isEqual(documents.open(cited))
              || number.bearing().stream().anyMatch(i -> available.isEqual(documents.open(i)));
      if (!same && heard && !number.doubtful(incoming)) {
        others.add(number);
      }
    }
    return others;
  }

  private boolean automatic(Proposal proposal, String by) {
    return proposal.sole()
        && proposal.confidence().compareTo(threshold) >= 0
        && !refused.contains(by);
  }
}
