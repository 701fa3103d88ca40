package org.dunlin.store.report;

import java.util.Locale;

/** What the rows of a report may be narrowed to, beside period and currency. */
public enum ReportFilter {
  /** A segment that the customer is in, as its program says it. */
  SEGMENT,
  /** The country of the customer's address, ISO 3166 alpha-2. */
  COUNTRY,
  /** The connection that leads the record which a row is about, or brought it. */
  CONNECTION,
  /** The plan of a step. */
  PLAN,
  /** Who looks after a dispute, noted a promise, or decided an adjustment. */
  PERSON;

  private static final int LONGEST = 200;

  /** As it stands in addresses. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What somebody wrote, in the form in which it is kept; empty where that is nothing. */
  public String plain(String written) {
    String text = written.strip();
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return this == COUNTRY ? cut.toUpperCase(Locale.ROOT) : cut;
  }
}
