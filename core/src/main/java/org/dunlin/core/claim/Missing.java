package org.dunlin.core.claim;

import java.time.LocalDate;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;

/** What could not be reckoned, what is missing for it, and how to give it. */
final class Missing {
  private Missing() {}

  static Problem rate(String law, Accrual.Gap gap) {
    LocalDate reference = gap.missing().reference();
    String series = gap.missing().series();
    return new Problem(
        "rates",
        gap.from() + " to " + gap.to(),
        "RATE_MISSING",
        "no rate of "
            + series
            + " is known for "
            + reference
            + ", so the interest of "
            + law
            + " from "
            + gap.from()
            + " to "
            + gap.to()
            + " is not reckoned; give it with --rates FILE, a CSV with the line "
            + "series,valid_from,percent,status,source and for example "
            + series
            + ","
            + reference
            + ",0.00,known,WHERE YOU READ IT");
  }

  static Problem law(Debt debt) {
    boolean carried = Laws.countries().contains(debt.country());
    String whom =
        switch (debt.debtor()) {
          case BUSINESS -> "businesses";
          case CONSUMER -> "consumers";
        };
    return new Problem(
        "laws",
        debt.country(),
        "LAW_MISSING",
        "no law of "
            + debt.country()
            + " on late payment by "
            + whom
            + (carried ? " that counts for a debt late from " + debt.lateFrom() : "")
            + " is carried, so nothing is reckoned; carried are "
            + String.join(", ", Laws.countries())
            + " (docs/claims.md says since when)");
  }

  static Problem currency(Law.SumRule rule, Money base) {
    return new Problem(
        "laws",
        rule.law(),
        "CURRENCY_OF_LAW",
        "the sum of "
            + rule.law()
            + " depends on the size of the debt in "
            + rule.currency()
            + ", and the debt is in "
            + base.getCurrencyUnit().getCode()
            + ", so it is not reckoned; give the principal in "
            + rule.currency()
            + " to see it");
  }
}
