package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

/** Two percent for whoever pays within eight days: what is offered, and what it comes to. */
final class Discount {
  static final String PERCENT = "2";
  static final int DAYS = 8;

  private static final BigDecimal OF_NET = new BigDecimal("0.02");

  private Discount() {}

  static boolean offeredOn(Document document) {
    Habit habit = document.debtor().habit();
    return !document.isCreditNote()
        && (habit == Habit.TAKES_DISCOUNT || habit == Habit.DEDUCTS_TOO_LATE);
  }

  /** The last day on which it may be deducted. */
  static LocalDate until(Document invoice) {
    return invoice.issued().plusDays(DAYS);
  }

  /** As the lines of the credit note that it becomes, one a VAT rate. */
  static List<Line> lines(Document invoice) {
    return invoice.totals().groups().stream().map(Discount::line).toList();
  }

  private static Line line(Totals.Group group) {
    BigDecimal net = group.net().getAmount().multiply(OF_NET);
    return new Line(
        "Betalingskorting " + PERCENT + " %",
        "C62",
        BigDecimal.ONE,
        Euro.cents(net.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact()),
        group.percent());
  }
}
