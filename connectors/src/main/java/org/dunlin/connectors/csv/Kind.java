package org.dunlin.connectors.csv;

import java.util.Locale;

/** What the rows of a file are. */
enum Kind {
  STATEMENT,
  INVOICES,
  CUSTOMERS;

  static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
