package org.dunlin.sandbox.world;

/** How a customer pays. */
enum Habit {
  /** On or before the due date. */
  PROMPT,
  /** Some days or weeks late, by itself. */
  SLOW,
  /** Only when reminded. */
  AFTER_REMINDER,
  /** Half at the due date, the other half later or when reminded. */
  PART_PAYER,
  /** Two or three invoices in one payment, every other Friday. */
  JOINS,
  /** Names no invoice in its payments. */
  FORGETS_REFERENCE,
  /** Now and then the same invoice twice. */
  DOUBLE_PAYER,
  /** Mistypes the invoice number. */
  MISTYPES,
  /** Pays more than is asked. */
  OVERPAYS,
  /** Somebody else pays, from an account of their own. */
  BY_THIRD_PARTY,
  /** The company collects by SEPA direct debit. */
  DIRECT_DEBIT,
  /** Never. */
  NEVER
}
