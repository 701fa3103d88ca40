package org.dunlin.config.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.claim.Attribution;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Debtor;
import org.dunlin.core.claim.Line;
import org.dunlin.core.claim.Note;
import org.dunlin.core.claim.RateStatus;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Explains a computation to a person. */
final class ClaimWords {
  private static final BigDecimal YEAR = new BigDecimal(36500);
  private static final int DECIMALS_A_DAY = 6;

  private final PrintWriter out;

  ClaimWords(PrintWriter out) {
    this.out = out;
  }

  /**
   * @param said whether it was said who owes
   */
  void say(List<Debt> debts, boolean said, LocalDate on, Reckoning reckoning) {
    for (Debt debt : debts) {
      out.println(
          debt.country()
              + ", "
              + (debt.debtor() == Debtor.BUSINESS ? "a business" : "a consumer")
              + (said ? "" : " (it was not said who owes, so the debtor counts as one)")
              + ": "
              + debt.principal()
              + " due on "
              + debt.due()
              + ", claimed on "
              + on
              + "; open then: "
              + debt.openOn(on)
              + ".");
      later(debt, on);
    }
    interest(reckoning.lines());
    sums(reckoning.lines());
    reckoning
        .totals()
        .values()
        .forEach(total -> out.println("Together " + total + " beside the principal."));
    if (reckoning.lines().isEmpty()) {
      out.println("Nothing is owed beside the principal.");
    }
    for (Note note : reckoning.notes()) {
      out.println(sentence(note));
    }
    for (Problem problem : reckoning.problems()) {
      out.println("Not reckoned: " + problem.message() + ".");
    }
    attribution(reckoning.attribution());
    reckoning.remarks().forEach(remark -> out.println("Mind: " + remark));
    sources(reckoning.lines());
    out.flush();
  }

  private void later(Debt debt, LocalDate on) {
    debt.paid().stream()
        .filter(payment -> payment.on().isAfter(on))
        .forEach(
            payment ->
                out.println(
                    "Paid after that day and not counted: "
                        + payment.amount()
                        + " on "
                        + payment.on()
                        + "."));
  }

  private void interest(List<Line> lines) {
    Table table = new Table("from", "to", "days", "of", "% a year", "a day", "interest", "law");
    boolean any = false;
    for (Line line : lines) {
      Claim claim = line.claim();
      BigDecimal rate = claim.rate();
      Money base = line.base();
      if (claim.kind() == ClaimKind.INTEREST && rate != null && base != null) {
        any = true;
        String perDay =
            base.getAmount()
                .multiply(rate)
                .divide(YEAR, DECIMALS_A_DAY, RoundingMode.HALF_UP)
                .toPlainString();
        table.add(
            String.valueOf(claim.from()),
            String.valueOf(claim.to()),
            Integer.toString(line.days()),
            base.toString(),
            rate.toPlainString(),
            perDay,
            claim.amount().toString(),
            claim.law() + (line.status() == RateStatus.CHECK ? " (to be verified)" : ""));
      }
    }
    if (any) {
      out.println("Interest of a period is base x rate x days / 36500, rounded half up:");
      table.lines().forEach(out::println);
    }
  }

  private void sums(List<Line> lines) {
    for (Line line : lines) {
      Claim claim = line.claim();
      if (claim.kind() != ClaimKind.INTEREST) {
        Money base = line.base();
        out.println(
            word(claim.kind())
                + ": "
                + claim.amount()
                + (base == null ? "" : ", of a debt of " + base)
                + ", owed from "
                + line.owedFrom()
                + " ("
                + claim.law()
                + ")");
      }
    }
  }

  private static String word(ClaimKind kind) {
    return switch (kind) {
      case INTEREST -> "Interest";
      case FIXED_SUM -> "Fixed sum";
      case COSTS -> "Costs of collection";
      case FEE -> "Fee";
    };
  }

  private void attribution(@Nullable Attribution attribution) {
    if (attribution == null) {
      return;
    }
    out.println(
        "As the law takes payments ("
            + attribution.law()
            + (attribution.status() == RateStatus.CHECK ? ", to be verified" : "")
            + "), beside the books, which take them on the principal:");
    for (Attribution.Taken taken : attribution.taken()) {
      out.println(
          "  "
              + taken.amount()
              + " of "
              + taken.on()
              + ": on costs "
              + taken.costs()
              + ", interest "
              + taken.interest()
              + ", principal "
              + taken.principal()
              + (taken.left().isZero() ? "" : ", too much " + taken.left()));
    }
    out.println(
        "  then open: costs "
            + attribution.costs()
            + ", interest "
            + attribution.interest()
            + ", principal "
            + attribution.principal());
  }

  private void sources(List<Line> lines) {
    Set<String> sources = new LinkedHashSet<>();
    for (Line line : lines) {
      sources.add(line.claim().law() + ": " + line.claim().citation());
    }
    sources.forEach(source -> out.println("Source: " + source));
  }

  /** What a note says. */
  static String sentence(Note note) {
    List<String> v = note.values();
    return switch (note.kind()) {
      case NOT_LATE -> "It is not late before " + v.get(0) + ".";
      case PAID_IN_TIME -> "All was paid by " + v.get(0) + ", in time.";
      case INTEREST_NEEDS_NOTICE ->
          v.get(0)
              + " gives interest only after a reminder or notice to the debtor who is late; say"
              + " when it was received with --reminder-received.";
      case INTEREST_FROM -> v.get(0) + " gives interest from " + v.get(1) + " only.";
      case COSTS_NEED_LETTER ->
          v.get(0)
              + " gives costs only once a letter to the debtor who is late gave "
              + v.get(1)
              + " full days; say when it was received with --reminder-received.";
      case COSTS_FROM ->
          v.get(0)
              + " gives costs of "
              + v.get(3)
              + " from "
              + v.get(1)
              + ", if "
              + v.get(2)
              + " passes without payment; none are owed yet.";
      case REMINDER_TOO_EARLY ->
          "What was received on "
              + v.get(0)
              + " gives nothing, since the debt is late only from "
              + v.get(1)
              + ".";
      case PAID_IN_FREE_DAYS ->
          "All was paid by " + v.get(1) + ", so " + v.get(0) + " gives no costs.";
      case RATE_TO_VERIFY ->
          "To be verified: "
              + v.get(1)
              + " % of "
              + v.get(0)
              + " from "
              + v.get(2)
              + " to "
              + v.get(3)
              + " rests on: "
              + v.get(4)
              + ". Look it up and give it with --rates.";
      case FEE_REFUSED -> "A fee is left out: " + v.get(0) + " lets none stand beside its costs.";
      case RATE_CAPPED -> "The agreed rate is above what " + v.get(0) + " allows, which counts.";
      case OVERPAID -> v.get(0) + " more was paid than the principal.";
      case COMPOUNDING_INCOMPLETE ->
          "Interest on interest (" + v.get(0) + ") is without the days whose rate is missing.";
    };
  }
}
