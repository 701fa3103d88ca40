package org.dunlin.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of values by day, in a drawing of 100 by 30 units whose upper edge is the largest value.
 */
final class ChartLine {
  private static final int WIDTH = 100;
  private static final int HEIGHT = 30;
  private static final int SCALE = 2;

  private ChartLine() {}

  /** A value of a day. */
  record Point(LocalDate day, BigDecimal value) {}

  /** The points of a polyline, such as {@code 0.00,30.00 100.00,12.50}. */
  static String of(List<Point> points, LocalDate from, LocalDate to, BigDecimal largest) {
    long days = Math.max(1, ChronoUnit.DAYS.between(from, to));
    return points.stream()
        .map(point -> x(ChronoUnit.DAYS.between(from, point.day()), days) + "," + y(point, largest))
        .collect(Collectors.joining(" "));
  }

  private static BigDecimal x(long day, long days) {
    return BigDecimal.valueOf(day * WIDTH)
        .divide(BigDecimal.valueOf(days), SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal y(Point point, BigDecimal largest) {
    BigDecimal height = BigDecimal.valueOf(HEIGHT);
    return largest.signum() == 0
        ? height.setScale(SCALE)
        : height.subtract(
            point.value().multiply(height).divide(largest, SCALE, RoundingMode.HALF_UP));
  }
}
