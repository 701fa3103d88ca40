package org.dunlin.core.figure;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Some days in a row.
 *
 * @param from the first day
 * @param to the last day
 */
public record Period(LocalDate from, LocalDate to) {
  /** Throws {@link IllegalArgumentException} where it ends before it begins. */
  public Period {
    if (from.isAfter(to)) {
      throw new IllegalArgumentException("a period ends before it begins: " + from + " to " + to);
    }
  }

  /**
   * The period that somebody asks for.
   *
   * @param from a day such as 2026-11-20; absent or blank: that of {@code usual}, or the month
   *     before {@code to} where that one is earlier
   * @param to likewise; never after that of {@code usual}
   * @return empty where it is no such period
   */
  public static Optional<Period> read(@Nullable String from, @Nullable String to, Period usual) {
    try {
      LocalDate last = day(to).orElse(usual.to);
      LocalDate usualFrom = usual.from.isAfter(last) ? last.minusMonths(1) : usual.from;
      LocalDate first = day(from).orElse(usualFrom);
      return first.isAfter(last) || last.isAfter(usual.to)
          ? Optional.empty()
          : Optional.of(new Period(first, last));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(@Nullable String text) {
    return text == null || text.isBlank()
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text.strip()));
  }
}
