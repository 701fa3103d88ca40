package org.dunlin.sandbox.world;

/** How a payer names what it pays. */
enum Wording {
  /** The creditor reference in its structured field. */
  REFERENCE,
  /** The creditor reference in free text, in groups of four, in lower case. */
  REFERENCE_IN_TEXT,
  /** The number and nothing else. */
  NUMBER,
  /** The number between words. */
  WITH_WORDS,
  /** The number with another separator, or none. */
  SEPARATORS_CHANGED,
  /** A number that is nearly right. */
  MISTYPED,
  /** The number, and that this is not all. */
  PART,
  /** The number, and that the discount is deducted. */
  DISCOUNTED,
  /** The number, and that a part is contested. */
  CONTESTED,
  /** The numbers with amounts in structured fields. */
  DOCUMENTS,
  /** No number. */
  NOTHING
}
