package org.dunlin.store.privacy;

/** Kinds of raw content that are kept for a time of their own. */
public enum RawStream {
  /** Bank statements that were applied. */
  STATEMENTS("bank statements", "state = 'APPLIED' and format like 'CAMT%'"),
  /** Invoices, credit notes and whatever else was applied. */
  INVOICES("invoices", "state = 'APPLIED' and format not like 'CAMT%'"),
  /** What was refused as a whole, so that a person may still decide to replay it. */
  REFUSED("refused deliveries", "state in ('QUARANTINED', 'POISON')");

  private final String words;
  private final String condition;

  RawStream(String words, String condition) {
    this.words = words;
    this.condition = condition;
  }

  /** What a person calls it. */
  public String words() {
    return words;
  }

  String condition() {
    return condition;
  }
}
