package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Takes payments in the law's order, while interest grows on what that leaves. */
final class AttributedPayments {
  private final Debt debt;
  private final Law.Order order;
  private final List<Line> sums;
  private final Accrual accrual;
  private final CurrencyUnit currency;
  private BigDecimal costsPaid = BigDecimal.ZERO;

  /**
   * @param lines what is owed; of these what is no interest counts as costs from its day
   */
  AttributedPayments(Debt debt, Law.Order order, List<Line> lines, Accrual accrual) {
    this.debt = debt;
    this.order = order;
    this.accrual = accrual;
    this.currency = debt.principal().getCurrencyUnit();
    this.sums =
        lines.stream()
            .filter(line -> line.claim().kind() != ClaimKind.INTEREST)
            .filter(line -> line.claim().amount().getCurrencyUnit().equals(currency))
            .toList();
  }

  Attribution until(LocalDate on) {
    List<Attribution.Taken> taken = new ArrayList<>();
    for (PartPayment payment : debt.paid()) {
      if (payment.on().isAfter(on)) {
        break;
      }
      accrual.through(payment.on().minusDays(1));
      if (payment.on().isBefore(debt.lateFrom())) {
        accrual.reduce(payment.amount().getAmount());
      } else {
        taken.add(take(payment));
      }
    }
    accrual.through(on);
    return new Attribution(
        order.law(),
        order.status(),
        taken,
        money(costs(on)),
        money(accrual.interest()),
        money(accrual.principal()));
  }

  private Attribution.Taken take(PartPayment payment) {
    Map<Law.Part, BigDecimal> parts = new EnumMap<>(Law.Part.class);
    BigDecimal left = payment.amount().getAmount();
    for (Law.Part part : order.order()) {
      BigDecimal used = left.min(owed(part, payment.on()));
      settle(part, used);
      parts.put(part, used);
      left = left.subtract(used);
    }
    return new Attribution.Taken(
        payment.on(),
        payment.amount(),
        money(parts.getOrDefault(Law.Part.COSTS, BigDecimal.ZERO)),
        money(parts.getOrDefault(Law.Part.INTEREST, BigDecimal.ZERO)),
        money(parts.getOrDefault(Law.Part.PRINCIPAL, BigDecimal.ZERO)),
        money(left));
  }

  private BigDecimal owed(Law.Part part, LocalDate day) {
    return switch (part) {
      case COSTS -> costs(day);
      case INTEREST -> accrual.interest();
      case PRINCIPAL -> accrual.principal();
    };
  }

  private void settle(Law.Part part, BigDecimal used) {
    switch (part) {
      case COSTS -> costsPaid = costsPaid.add(used);
      case INTEREST -> accrual.settleInterest(used);
      case PRINCIPAL -> accrual.reduce(used);
    }
  }

  private BigDecimal costs(LocalDate day) {
    BigDecimal owed = BigDecimal.ZERO;
    for (Line line : sums) {
      if (!line.owedFrom().isAfter(day)) {
        owed = owed.add(line.claim().amount().getAmount());
      }
    }
    return owed.subtract(costsPaid);
  }

  private Money money(BigDecimal amount) {
    return Money.of(currency, amount);
  }
}
