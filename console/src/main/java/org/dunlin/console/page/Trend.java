package org.dunlin.console.page;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.dunlin.core.figure.GoalMet;
import org.dunlin.core.figure.StandingDay;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a company stood in one currency over some days, as lines.
 *
 * @param days at least two, in their order
 */
public record Trend(CurrencyUnit currency, List<StandingDay> days) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int WEEK = 7;

  /** Keeps a copy. */
  public Trend {
    days = List.copyOf(days);
  }

  /** Those of each currency of which two days are known. */
  static Map<CurrencyUnit, Trend> of(List<StandingDay> days) {
    Map<CurrencyUnit, List<StandingDay>> byCurrency = new TreeMap<>();
    days.forEach(
        day ->
            byCurrency
                .computeIfAbsent(day.credit().getCurrencyUnit(), none -> new ArrayList<>())
                .add(day));
    Map<CurrencyUnit, Trend> trends = new TreeMap<>();
    byCurrency.forEach(
        (currency, own) -> {
          if (own.size() > 1) {
            trends.put(currency, new Trend(currency, own));
          }
        });
    return trends;
  }

  /** The first day. */
  public StandingDay first() {
    return days.getFirst();
  }

  /** The last day. */
  public StandingDay last() {
    return days.getLast();
  }

  /** The line of what was open. */
  public String open() {
    return line(day -> Optional.of(day.open().getAmount()), largest());
  }

  /** The line of what was overdue. */
  public String overdue() {
    return line(day -> Optional.of(day.overdue().getAmount()), largest());
  }

  /** The line of how much kept to the goal, in per cent. */
  public String kept() {
    return line(Trend::keptOf, HUNDRED);
  }

  /** How much of what was open on a day kept to the goal; empty where there was none. */
  public static Optional<BigDecimal> keptOf(StandingDay day) {
    Money beyond = day.beyondGoal();
    return beyond == null
        ? Optional.empty()
        : Optional.of(new GoalMet(day.open(), beyond).percent());
  }

  /**
   * A figure as a line of its own, whose upper edge is its largest value.
   *
   * @param column the column of the report that has it
   */
  public record Line(String column, String points, BigDecimal first, BigDecimal last) {}

  /** DSO and collection effectiveness, as far as two days of them are known. */
  public List<Line> figures() {
    List<Line> lines = new ArrayList<>();
    figure("dso", StandingDay::dso).ifPresent(lines::add);
    figure("effectiveness", StandingDay::effectiveness).ifPresent(lines::add);
    return lines;
  }

  private Optional<Line> figure(String column, Function<StandingDay, @Nullable BigDecimal> value) {
    List<ChartLine.Point> points = points(day -> Optional.ofNullable(value.apply(day)));
    if (points.size() < 2) {
      return Optional.empty();
    }
    BigDecimal largest =
        points.stream()
            .map(ChartLine.Point::value)
            .max(BigDecimal::compareTo)
            .orElse(BigDecimal.ZERO);
    return Optional.of(
        new Line(
            column,
            ChartLine.of(points, first().on(), last().on(), largest),
            points.getFirst().value(),
            points.getLast().value()));
  }

  /** One day of each week, the last among them, for a table. */
  public List<StandingDay> weekly() {
    List<StandingDay> weekly = new ArrayList<>();
    LocalDate next = last().on();
    for (StandingDay day : days.reversed()) {
      if (!day.on().isAfter(next)) {
        weekly.add(day);
        next = day.on().minusDays(WEEK);
      }
    }
    return weekly;
  }

  private BigDecimal largest() {
    return days.stream()
        .map(day -> day.open().getAmount())
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private String line(Function<StandingDay, Optional<BigDecimal>> value, BigDecimal largest) {
    return ChartLine.of(points(value), first().on(), last().on(), largest);
  }

  private List<ChartLine.Point> points(Function<StandingDay, Optional<BigDecimal>> value) {
    List<ChartLine.Point> points = new ArrayList<>();
    for (StandingDay day : days) {
      value.apply(day).ifPresent(known -> points.add(new ChartLine.Point(day.on(), known)));
    }
    return points;
  }
}
