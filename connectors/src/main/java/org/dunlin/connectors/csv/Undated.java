package org.dunlin.connectors.csv;

/** What a row means that has no date where entries have one. */
enum Undated {
  /** It is wrong. */
  REFUSED,
  /** It is none, such as a total or an entry that is not booked. */
  PASSED_OVER,
  /** Its text goes on with that of the entry before. */
  CONTINUES,
  /** The table ends. */
  ENDS;

  static Undated of(String word) {
    return switch (word) {
      case "skip" -> PASSED_OVER;
      case "continue" -> CONTINUES;
      case "end" -> ENDS;
      default -> REFUSED;
    };
  }
}
