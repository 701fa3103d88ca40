package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.Claim;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fixed sum or costs that one debt gives cause for.
 *
 * @param base what of the principal it is reckoned of
 * @param now whether it is owed already
 */
record SumOwed(
    Law.SumRule rule, RateStatus status, Debt debt, Money base, LocalDate owedFrom, boolean now) {
  /** One sum for debts that are demanded together, or what it will be. */
  static void together(List<SumOwed> owed, List<Line> lines, List<Line> coming, List<Note> notes) {
    SumOwed first = owed.getFirst();
    Money base = Money.zero(first.base.getCurrencyUnit());
    List<String> invoices = new ArrayList<>();
    for (SumOwed each : owed) {
      base = base.plus(each.base);
      invoices.addAll(each.debt.invoiceIds());
    }
    Money amount = amount(first.rule, base, first.debt.vatRecoverable());
    if (first.now) {
      lines.add(first.line(invoices, base, amount));
    } else {
      coming.add(first.line(invoices, base, amount));
      notes.add(
          Note.of(
              Note.Kind.COSTS_FROM,
              first.rule.law(),
              first.owedFrom,
              first.owedFrom.minusDays(1),
              amount));
    }
  }

  private Line line(List<String> invoices, Money base, Money amount) {
    Claim claim =
        new Claim(
            invoices,
            rule.kind(),
            amount,
            null,
            null,
            null,
            rule.law(),
            RateInForce.cited(rule.source(), status));
    return new Line(claim, rule.bySize() ? base : null, 0, status, owedFrom);
  }

  /** What the rule gives for a size of debt, in the law's currency. */
  static Money amount(Law.SumRule rule, Money size, boolean vatRecoverable) {
    BigDecimal amount =
        rule.bands().stream()
            .filter(band -> band.holds(size.getAmount()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no band of " + rule.law()))
            .of(size.getAmount());
    amount = bounded(amount, rule.least(), rule.most());
    BigDecimal vat = rule.vat();
    if (vat != null && !vatRecoverable) {
      amount = amount.add(amount.multiply(vat).movePointLeft(2));
    }
    CurrencyUnit unit = rule.unit();
    return Money.of(unit, amount.setScale(unit.getDecimalPlaces(), RoundingMode.HALF_UP));
  }

  private static BigDecimal bounded(
      BigDecimal amount, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    BigDecimal enough = least == null ? amount : amount.max(least);
    return most == null ? enough : enough.min(most);
  }
}
