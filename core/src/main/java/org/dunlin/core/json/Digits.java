package org.dunlin.core.json;

/**
 * How days and decimals are written. Every stored record has several of both, and a ledger is read
 * record by record: looking at each character takes a fraction of a pattern's time.
 */
final class Digits {
  private static final int DAY_LENGTH = 10;
  private static final int MOST_BEFORE_POINT = 18;
  private static final int MOST_BEHIND_POINT = 10;

  private Digits() {}

  /** Four digits, two and two, with hyphens between them, such as 2026-11-20. */
  static boolean areDay(String text) {
    if (text.length() != DAY_LENGTH) {
      return false;
    }
    for (int i = 0; i < DAY_LENGTH; i++) {
      char character = text.charAt(i);
      if (i == 4 || i == 7 ? character != '-' : !isDigit(character)) {
        return false;
      }
    }
    return true;
  }

  /** A minus or none, 1 to 18 digits, and with a point 1 to 10 more. */
  static boolean areDecimal(String text) {
    int from = text.startsWith("-") ? 1 : 0;
    int point = run(text, from);
    int before = point - from;
    if (before < 1 || before > MOST_BEFORE_POINT) {
      return false;
    }
    if (point == text.length()) {
      return true;
    }
    int behind = run(text, point + 1) - point - 1;
    return text.charAt(point) == '.'
        && behind >= 1
        && behind <= MOST_BEHIND_POINT
        && point + 1 + behind == text.length();
  }

  /** The end of the digits that begin here. */
  private static int run(String text, int from) {
    int at = from;
    while (at < text.length() && isDigit(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
