package org.dunlin.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.store.company.FlowHours;

/**
 * What a connection brought in each of the last 24 hours.
 *
 * @param hours from the first to the one that is not over
 */
public record FlowDay(List<FlowHours.Hour> hours) {
  /** So many hours. */
  public static final int HOURS = 24;

  /** How high the highest bar is, in units. */
  public static final int HEIGHT = 20;

  public FlowDay {
    hours = List.copyOf(hours);
  }

  /**
   * A bar.
   *
   * @param from how far its left edge is from that of the first, in units
   * @param top how far it is below the highest, in units
   * @param height how high it is, in units
   * @param failing whether something failed in its hour
   */
  public record Bar(BigDecimal from, BigDecimal top, BigDecimal height, boolean failing) {}

  /** The hour in which the day begins that ends now. */
  static Instant begin(Instant now) {
    return now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(HOURS - 1L));
  }

  /** By connection, those alone that brought something; hours without anything are there, too. */
  static Map<String, FlowDay> of(List<FlowHours.Hour> kept, Instant begin) {
    Map<String, Map<Instant, FlowHours.Hour>> byConnection = new TreeMap<>();
    for (FlowHours.Hour hour : kept) {
      byConnection
          .computeIfAbsent(hour.connectionId(), id -> new TreeMap<>())
          .put(hour.hour(), hour);
    }
    Map<String, FlowDay> days = new TreeMap<>();
    byConnection.forEach((id, hours) -> days.put(id, filled(id, hours, begin)));
    return days;
  }

  private static FlowDay filled(String id, Map<Instant, FlowHours.Hour> hours, Instant begin) {
    List<FlowHours.Hour> all = new ArrayList<>();
    for (int i = 0; i < HOURS; i++) {
      Instant hour = begin.plus(Duration.ofHours(i));
      all.add(hours.getOrDefault(hour, new FlowHours.Hour(id, hour, 0, 0, 0)));
    }
    return new FlowDay(all);
  }

  /** The hours in which something came to its end, the last first. */
  public List<FlowHours.Hour> busy() {
    return hours.reversed().stream().filter(hour -> hour.deliveries() > 0).toList();
  }

  /** How many records all of them brought. */
  public long records() {
    return hours.stream().mapToLong(FlowHours.Hour::records).sum();
  }

  /** How many deliveries failed in them. */
  public long failures() {
    return hours.stream().mapToLong(FlowHours.Hour::failures).sum();
  }

  /** A bar for each hour in which something came to its end, as high as its records are many. */
  public List<Bar> bars() {
    long most = hours.stream().mapToLong(FlowDay::size).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < hours.size(); i++) {
      FlowHours.Hour hour = hours.get(i);
      if (size(hour) > 0) {
        BigDecimal height =
            BigDecimal.valueOf(size(hour) * HEIGHT)
                .divide(BigDecimal.valueOf(most), 2, RoundingMode.HALF_UP)
                .max(BigDecimal.ONE);
        bars.add(
            new Bar(
                BigDecimal.valueOf(i),
                BigDecimal.valueOf(HEIGHT).subtract(height),
                height,
                hour.failures() > 0));
      }
    }
    return bars;
  }

  /** A delivery without a record moved, too. */
  private static long size(FlowHours.Hour hour) {
    return Math.max(hour.records(), hour.deliveries());
  }
}
