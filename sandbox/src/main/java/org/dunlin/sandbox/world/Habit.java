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
  /** Deducts the discount that it is offered, in time; the company then credits it. */
  TAKES_DISCOUNT,
  /** Deducts the discount when its time is over, and pays the rest only when reminded. */
  DEDUCTS_TOO_LATE,
  /** Pays in three instalments as agreed; now and then it forgets the last. */
  IN_INSTALMENTS,
  /** Contests a part of each invoice and pays the others. */
  CONTESTS,
  /** Never. */
  NEVER,
  /** Has moved away: pays nothing, and no mail server takes a mail for it. */
  GONE
}
