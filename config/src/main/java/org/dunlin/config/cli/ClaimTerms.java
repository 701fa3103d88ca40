package org.dunlin.config.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.claim.Agreed;
import org.dunlin.core.claim.Debt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of a claim rests on terms, or on more than one debt. */
final class ClaimTerms {
  @Option(
      names = "--late-since",
      paramLabel = "DATE",
      description = "The first day of default where it is not the day after the due date.")
  private @Nullable LocalDate lateSince;

  @Option(
      names = "--agreed-rate",
      paramLabel = "PERCENT",
      description = "A yearly rate that was agreed in place of the law's, such as 6.5; simple.")
  private @Nullable BigDecimal rate;

  @Option(
      names = "--fee",
      paramLabel = "DATE=AMOUNT",
      description = "What terms let a step of dunning cost, on its day; repeatable.")
  private List<String> fees = List.of();

  @Option(
      names = "--with",
      paramLabel = "DATE=AMOUNT",
      description =
          "A further claim on the same debtor in the same demand, by its due date: where the"
              + " law says so, principals are added before costs are reckoned; repeatable.")
  private List<String> others = List.of();

  /** What was agreed. */
  Agreed agreed(ClaimInput input) {
    List<Agreed.Fee> owed = new ArrayList<>();
    for (String fee : fees) {
      owed.add(new Agreed.Fee(input.day(fee), input.amount(ClaimInput.after(fee))));
    }
    return new Agreed(rate, lateSince, owed);
  }

  /** The further claims, of which nothing was paid; fees are the first one's. */
  List<Debt> demandedTogether(Debt first, ClaimInput input) {
    List<Debt> debts = new ArrayList<>();
    for (String other : others) {
      debts.add(
          Debt.of(
                  first.country(),
                  first.debtor(),
                  input.amount(ClaimInput.after(other)),
                  input.day(other))
              .reminded(first.reminderReceived())
              .vatRecoverable(first.vatRecoverable())
              .agreed(new Agreed(rate, null, List.of())));
    }
    return debts;
  }
}
