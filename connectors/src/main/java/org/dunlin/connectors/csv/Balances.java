package org.dunlin.connectors.csv;

import java.util.Locale;

/** What the balances of a file are good for. */
enum Balances {
  /** They tie out, and all entries of the days between them are there. */
  COVER,
  /** They tie out, but entries of a day may be missing at either end. */
  CHECK,
  /** There are none, or they are not of the entries. */
  IGNORE;

  static Balances of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
