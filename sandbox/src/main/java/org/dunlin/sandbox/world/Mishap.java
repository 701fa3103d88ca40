package org.dunlin.sandbox.world;

/** What goes wrong outside, and what a hub must make of it. */
public enum Mishap {
  /** The bank delivers a statement twice, the same bytes under another name. Changes nothing. */
  STATEMENT_TWICE(false, "the same statement again under another name"),
  /** An invoice file comes twice, the same bytes under another name. Changes nothing. */
  INVOICE_TWICE(false, "the same invoice file again under another name"),
  /** An invoice is exported again: other bytes, the same invoice. Changes nothing. */
  INVOICE_EXPORTED_AGAIN(false, "the same invoice exported again with other bytes"),
  /** An invoice comes days after its payment. */
  INVOICE_LATE(false, "an invoice that comes after its payment"),
  /** An invoice file is cut off; the whole comes days later. */
  INVOICE_TRUNCATED(true, "an invoice file that is cut off and so is not XML"),
  /** A closing balance is wrong; the corrected statement comes on the next banking day. */
  STATEMENT_NOT_TYING(true, "a statement whose entries do not lead to its closing balance"),
  /** A statement for an account that is not the company's. */
  STATEMENT_OF_UNKNOWN_ACCOUNT(true, "a statement for an account that is not the company's");

  private final boolean quarantined;
  private final String sentence;

  Mishap(boolean quarantined, String sentence) {
    this.quarantined = quarantined;
    this.sentence = sentence;
  }

  /** Whether the file belongs into quarantine. */
  public boolean quarantined() {
    return quarantined;
  }

  /** What it is, as a plain phrase. */
  public String sentence() {
    return sentence;
  }
}
