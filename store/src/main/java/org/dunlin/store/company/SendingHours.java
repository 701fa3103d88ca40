package org.dunlin.store.company;

import java.time.Duration;
import java.time.LocalTime;

/**
 * Between which hours of its zone messages of a company leave.
 *
 * @param opens from then on
 * @param closes until before then, on the same day
 */
public record SendingHours(LocalTime opens, LocalTime closes) {
  /** What counts where a company has said nothing. */
  public static final SendingHours USUAL =
      new SendingHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

  public SendingHours {
    if (!closes.isAfter(opens)) {
      throw new IllegalArgumentException("the hours end after they begin, on the same day");
    }
  }

  /** How long a message waits; zero within the hours. */
  public Duration until(LocalTime time) {
    if (time.isBefore(opens)) {
      return Duration.between(time, opens);
    }
    return time.isBefore(closes)
        ? Duration.ZERO
        : Duration.between(time, LocalTime.MAX).plus(Duration.between(LocalTime.MIN, opens));
  }
}
