package org.dunlin.connectors.csv;

import java.util.Locale;

/** What may stand before or behind the table, beside a word for it. */
enum Label {
  ACCOUNT,
  CURRENCY,
  OPENING_BALANCE,
  CLOSING_BALANCE,
  FROM,
  TO,
  MADE;

  /** As a description says it. */
  static Label of(String word) {
    return valueOf(word.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
  }
}
