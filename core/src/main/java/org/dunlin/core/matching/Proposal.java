package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One way to use a payment or credit note.
 *
 * @param sole whether the evidence allows no other answer, so that no person need be asked
 * @param evidence sentences that hold for all lines; a line adds its own before them
 */
record Proposal(
    List<Line> lines, MatchRule rule, BigDecimal confidence, boolean sole, List<String> evidence) {
  /** An amount for one invoice, and what speaks for that invoice. */
  record Line(Invoice invoice, Money amount, String evidence) {}

  /** More would not help a person to choose. */
  private static final int MOST_ALTERNATIVES = 10;

  /** Several invoices of which each fits as well as the others: a person chooses. */
  static List<Proposal> tie(List<Line> alternatives, MatchRule rule) {
    List<String> why = List.of(alternatives.size() + " open invoices fit");
    BigDecimal confidence = Confidence.tie(alternatives.size());
    return alternatives.stream()
        .limit(MOST_ALTERNATIVES)
        .map(line -> new Proposal(List.of(line), rule, confidence, false, why))
        .toList();
  }

  /** The lines as allocations of the payment. */
  List<Allocation> ofPayment(String paymentId, int rank, Decision decision) {
    return allocations(paymentId, null, paymentId + "#" + rank, rank, decision);
  }

  /** The lines as allocations of the credit note. */
  List<Allocation> ofCreditNote(String creditNoteId, int rank, Decision decision) {
    return allocations(null, creditNoteId, creditNoteId + "#" + rank, rank, decision);
  }

  private List<Allocation> allocations(
      @Nullable String paymentId,
      @Nullable String creditNoteId,
      String match,
      int rank,
      Decision decision) {
    List<Allocation> allocations = new ArrayList<>();
    for (Line line : lines) {
      List<String> sentences = new ArrayList<>();
      sentences.add(line.evidence());
      sentences.addAll(evidence);
      allocations.add(
          new Allocation(
              paymentId,
              creditNoteId,
              line.invoice().id(),
              line.amount(),
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
