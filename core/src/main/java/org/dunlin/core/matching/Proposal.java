package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.matching.Settlement.Share;
import org.dunlin.core.matching.Settlement.Shortfall;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.jspecify.annotations.Nullable;

/**
 * One way to use a payment or credit note.
 *
 * @param sole whether the evidence allows no other answer, so that no person need be asked
 * @param evidence sentences that hold for all lines; a line adds its own before them
 * @param sayings what speaks for each invoice on its own
 */
record Proposal(
    Settlement settlement,
    MatchRule rule,
    BigDecimal confidence,
    boolean sole,
    List<String> evidence,
    Map<Item, String> sayings) {
  /** More would not help a person to choose. */
  static final int MOST_ALTERNATIVES = 10;

  /** Several invoices of which each fits as well as the others: a person chooses. */
  static List<Proposal> tie(
      List<Item> alternatives, long amount, MatchRule rule, Map<Item, String> sayings) {
    List<String> why = List.of(alternatives.size() + " open invoices fit");
    BigDecimal confidence = Confidence.tie(alternatives.size());
    return alternatives.stream()
        .sorted(equalFirst(amount))
        .limit(MOST_ALTERNATIVES)
        .map(item -> alone(item, amount, rule, confidence, why, sayings))
        .toList();
  }

  static Comparator<Item> equalFirst(long amount) {
    return Comparator.<Item>comparingInt(item -> item.open() == amount ? 0 : 1)
        .thenComparing(LedgerView.EARLIEST_DUE);
  }

  private static Proposal alone(
      Item item,
      long amount,
      MatchRule rule,
      BigDecimal confidence,
      List<String> why,
      Map<Item, String> sayings) {
    Settlement settlement = Amounts.laid(Fit.EXACT, List.of(item), List.of(), amount);
    return new Proposal(settlement, rule, confidence, false, why, sayings);
  }

  /** The same, left to a person. */
  Proposal asked() {
    return new Proposal(settlement, rule, confidence, false, evidence, sayings);
  }

  /** Whether it settles its invoices, with nothing left that is still a debt. */
  boolean full() {
    return switch (settlement.fit()) {
      case EXACT, NET, DISCOUNT, ROUNDING, INSTALMENT -> true;
      case CHARGES, LESS, MORE -> false;
    };
  }

  List<Item> invoices() {
    return settlement.shares().stream().map(Share::invoice).distinct().toList();
  }

  /** Takes what it uses, so that it is not open for the next. */
  void take() {
    for (Share share : settlement.shares()) {
      share.invoice().take(share.amount());
      if (share.creditNote() != null) {
        share.creditNote().take(share.amount());
      }
    }
    for (Shortfall shortfall : settlement.shortfalls()) {
      shortfall.invoice().take(shortfall.amount());
    }
  }

  /** The lines as allocations of the payment and of the credit notes that go with it. */
  List<Allocation> ofPayment(String paymentId, int rank, Decision decision) {
    return allocations(paymentId, null, paymentId + "#" + rank, rank, decision);
  }

  /** The lines as allocations of the credit note. */
  List<Allocation> ofCreditNote(String creditNoteId, int rank, Decision decision) {
    return allocations(null, creditNoteId, creditNoteId + "#" + rank, rank, decision);
  }

  /** What it settles without money. */
  List<Adjustment> adjustments(String paymentId, int rank) {
    List<Adjustment> adjustments = new ArrayList<>();
    for (Shortfall shortfall : settlement.shortfalls()) {
      Item invoice = shortfall.invoice();
      adjustments.add(
          new Adjustment(
              paymentId,
              invoice.id,
              invoice.money(shortfall.amount()),
              shortfall.reason(),
              paymentId + "#" + rank));
    }
    return adjustments;
  }

  private List<Allocation> allocations(
      @Nullable String paymentId,
      @Nullable String creditNoteId,
      String match,
      int rank,
      Decision decision) {
    List<Allocation> allocations = new ArrayList<>();
    for (Share share : settlement.shares()) {
      Item note = share.creditNote();
      String saying = sayings.getOrDefault(share.invoice(), "");
      List<String> sentences = new ArrayList<>();
      if (!saying.isEmpty()) {
        sentences.add(saying);
      }
      sentences.addAll(evidence);
      allocations.add(
          new Allocation(
              note == null ? paymentId : null,
              note == null ? creditNoteId : note.id,
              share.invoice().id,
              share.invoice().money(share.amount()),
              match,
              rank,
              decision,
              rule,
              confidence,
              sentences));
    }
    return allocations;
  }
}
