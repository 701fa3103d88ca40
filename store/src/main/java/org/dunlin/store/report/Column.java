package org.dunlin.store.report;

/**
 * A column of a report.
 *
 * @param key its name in JSON, CSV and SQL, and of its words
 */
public record Column(String key, Type type) {
  /** What stands in a column. */
  public enum Type {
    /** Words as they are. */
    TEXT,
    /** A day. */
    DAY,
    /** An amount in the currency of the row. */
    MONEY,
    /** A number, which may have decimals. */
    NUMBER,
    /** A word of the model, such as the state of something. */
    WORD,
    /** The id of the customer whom the row is about; shown as a link and not in files. */
    CUSTOMER,
    /** The id of the invoice that the row is about; likewise. */
    INVOICE
  }

  /** Whether it stands in files and on pages as a column of its own. */
  public boolean shown() {
    return type != Type.CUSTOMER && type != Type.INVOICE;
  }
}
