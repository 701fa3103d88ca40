package org.dunlin.core.matching;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A reference or number that the payer gives, and the open invoices that it fits.
 *
 * @param saying how the payer gives it, such as {@code creditor reference RF18…}
 * @param amount what the payer says to pay of it, where given
 */
record Citation(String saying, List<Item> fitting, @Nullable Money amount) {
  Citation {
    fitting = List.copyOf(fitting);
  }

  /** Whether it fits one invoice and leaves the amount open. */
  boolean plain() {
    return fitting.size() == 1 && amount == null;
  }

  /** As a number among others that the payment quotes. */
  Numbered numbered() {
    return new Numbered(saying, fitting, false, false);
  }

  String evidence(Item invoice) {
    return saying + " is invoice " + invoice.number + "'s";
  }
}
