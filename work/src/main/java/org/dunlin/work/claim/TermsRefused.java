package org.dunlin.work.claim;

/** What a company says of its terms cannot be taken; nothing was changed. */
public final class TermsRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What is wrong. */
  public enum Kind {
    /** The agreed rate. */
    RATE,
    /** The fee of a step. */
    FEE,
    /** The file of rates, with its line. */
    RATES,
    /** Somebody said something else since it was read. */
    MEANWHILE
  }

  private final Kind kind;

  TermsRefused(Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  /** What is wrong. */
  public Kind kind() {
    return kind;
  }

  /** What is wrong, and what would be right, in English. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
