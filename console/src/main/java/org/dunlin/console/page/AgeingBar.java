package org.dunlin.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.store.view.Ageing;
import org.dunlin.store.view.Standing;
import org.joda.money.Money;

/** What is open as one bar of 100 units, cut by how long it is overdue. */
public final class AgeingBar {
  private static final int SCALE = 2;

  private AgeingBar() {}

  /**
   * A piece of the bar.
   *
   * @param from where it begins, in units
   * @param width how long it is, in units
   */
  public record Piece(Ageing ageing, BigDecimal from, BigDecimal width) {}

  /** The pieces in which something is open, from what is not due to what is due longest. */
  public static List<Piece> of(Standing standing) {
    List<Piece> pieces = new ArrayList<>();
    BigDecimal from = BigDecimal.ZERO.setScale(SCALE);
    for (Ageing ageing : Ageing.values()) {
      Money open = standing.in(ageing);
      if (open.isPositive()) {
        BigDecimal width =
            open.getAmount()
                .movePointRight(2)
                .divide(standing.total().getAmount(), SCALE, RoundingMode.HALF_UP);
        pieces.add(new Piece(ageing, from, width));
        from = from.add(width);
      }
    }
    return pieces;
  }
}
