package org.dunlin.core.matching;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Which document numbers are written like something else that stands in many texts. */
final class WeakNumbers {
  private static final int SHORTEST = 5;
  private static final int LATEST = 2059;
  private static final int LONGEST_DATE = "30-11-2026".length();
  private static final String APART = "[-/._ ]";
  private static final String SHORT = "[0-9]{1,2}";
  private static final String YEAR = "(19|20)[0-9]{2}";
  private static final String MONTH = "(0?[1-9]|1[0-2])";

  /** 30-11-2026, 30.11.26, 2026/11/30, 30.11, 11-2026, 2026-11. */
  private static final Pattern WRITTEN_DATE =
      Pattern.compile(
          String.join(
              "|",
              SHORT + APART + SHORT + "(" + APART + "([0-9]{2}|" + YEAR + "))?",
              YEAR + APART + SHORT + APART + SHORT,
              MONTH + APART + YEAR,
              YEAR + APART + MONTH));

  private WeakNumbers() {}

  /**
   * Whether a number, as written and in its digits alone, is a year, a date or a count as well.
   * Only digits can be; separators where no date has them, as in 2026-0042, tell it apart.
   */
  static boolean isWeak(String written, String key) {
    if (!Text.digitsOnly(key)) {
      return false;
    }
    if (key.length() < SHORTEST) {
      return true;
    }
    boolean joined = written.equals(key);
    // A written date has a separator; without one it is asked for below.
    if (!joined && written.length() <= LONGEST_DATE && WRITTEN_DATE.matcher(written).matches()) {
      return true;
    }
    return (joined || written.contains(" ")) && date(key);
  }

  private static boolean date(String key) {
    return switch (key.length()) {
      case 6 ->
          day("20" + key.substring(0, 2), key.substring(2, 4), key.substring(4))
              || day("20" + key.substring(4), key.substring(2, 4), key.substring(0, 2))
              || month(key.substring(0, 4), key.substring(4))
              || month(key.substring(2), key.substring(0, 2));
      case 8 ->
          day(key.substring(0, 4), key.substring(4, 6), key.substring(6))
              || day(key.substring(4), key.substring(2, 4), key.substring(0, 2));
      default -> false;
    };
  }

  private static boolean month(String year, String month) {
    return day(year, month, "01");
  }

  private static boolean day(String year, String month, String day) {
    int number = Integer.parseInt(year);
    if (number < 1990 || number > LATEST) {
      return false;
    }
    try {
      return LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day)) != null;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
