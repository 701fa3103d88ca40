package org.dunlin.core.matching;

import java.util.List;
import org.dunlin.core.model.AdjustmentReason;
import org.jspecify.annotations.Nullable;

/**
 * How money and credit notes are laid over invoices: never more than there is, nor than is open.
 *
 * @param shares in the order of the invoices; those of credit notes before the money
 * @param shortfalls what stays open and is no debt any more
 */
record Settlement(Fit fit, List<Share> shares, List<Shortfall> shortfalls) {
  Settlement {
    shares = List.copyOf(shares);
    shortfalls = List.copyOf(shortfalls);
  }

  /** An amount for an invoice, from the payment where no credit note is named. */
  record Share(Item invoice, @Nullable Item creditNote, long amount) {}

  /** What of an invoice is settled without money. */
  record Shortfall(Item invoice, long amount, AdjustmentReason reason) {}

  /** What the amounts say to each other. */
  enum Fit {
    EXACT("amount equals open amount"),
    NET("amount equals open amount less credit notes"),
    DISCOUNT("amount equals open amount less the discount for early payment"),
    ROUNDING("amount differs from open amount by rounding only"),
    INSTALMENT("amount equals an instalment of the invoice"),
    CHARGES("amount is less than open amount by what a bank charges"),
    LESS("amount is less than open amount"),
    MORE("amount is more than open amount; the rest stays unallocated");

    final String sentence;

    Fit(String sentence) {
      this.sentence = sentence;
    }
  }
}
