package org.dunlin.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.figure.Expected.Ground;
import org.dunlin.work.figure.Forecast;
import org.joda.money.Money;

/** Weeks as bars of a drawing that is 13 units wide and 10 high, cut by why money is expected. */
public final class WeekBars {
  private static final int HEIGHT = 10;
  private static final int SCALE = 3;

  /** In the order in which they lie on each other, the surest below. */
  public static final List<Ground> GROUNDS =
      List.of(Ground.PAYING, Ground.DEBIT, Ground.AGREED, Ground.HABIT);

  private WeekBars() {}

  /**
   * A piece of a bar.
   *
   * @param week whose bar it is a piece of, from 0
   * @param top how far its upper edge is below that of the drawing
   */
  public record Piece(Ground ground, int week, BigDecimal top, BigDecimal height) {}

  /** The pieces in which something is expected. */
  public static List<Piece> of(Forecast forecast) {
    List<Forecast.Week> weeks = forecast.weeks();
    BigDecimal largest =
        weeks.stream()
            .map(week -> week.sum().getAmount())
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    List<Piece> pieces = new ArrayList<>();
    for (Forecast.Week week : weeks) {
      BigDecimal top = BigDecimal.valueOf(HEIGHT);
      for (Ground ground : GROUNDS) {
        Money amount = week.of(ground);
        if (amount.isPositive()) {
          BigDecimal height =
              amount
                  .getAmount()
                  .multiply(BigDecimal.valueOf(HEIGHT))
                  .divide(largest, SCALE, RoundingMode.HALF_UP);
          top = top.subtract(height);
          pieces.add(new Piece(ground, week.number(), top, height));
        }
      }
    }
    return pieces;
  }
}
