package org.dunlin.core.model;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of a payment or of a credit note applied to an invoice; exactly one of the two is
 * named.
 *
 * @param match joins the lines of one proposal
 * @param rank counts the alternatives for one payment, from 1
 * @param confidence of the proposal, 0 to 1
 */
public record Allocation(
    @Nullable String paymentId,
    @Nullable String creditNoteId,
    String invoiceId,
    Money amount,
    @Nullable String match,
    @Nullable Integer rank,
    Decision decision,
    @Nullable MatchRule rule,
    @Nullable BigDecimal confidence,
    List<String> evidence)
    implements CanonicalRecord {
  public Allocation {
    evidence = List.copyOf(evidence);
  }
}
