package org.dunlin.work.watch;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a gauge shows.
 *
 * @param values of the gauge's labels, in their order
 */
public record Reading(Gauge gauge, List<String> values, BigDecimal value) {
  /** Refuses another number of values than the gauge has labels. */
  public Reading {
    values = List.copyOf(values);
    if (values.size() != gauge.labels().size()) {
      throw new IllegalArgumentException(gauge + " has " + gauge.labels().size() + " labels");
    }
  }

  static Reading of(Gauge gauge, BigDecimal value, String... values) {
    return new Reading(gauge, List.of(values), value);
  }

  static Reading of(Gauge gauge, long value, String... values) {
    return of(gauge, BigDecimal.valueOf(value), values);
  }
}
