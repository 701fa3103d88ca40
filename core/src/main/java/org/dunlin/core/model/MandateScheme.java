package org.dunlin.core.model;

/** The two SEPA schemes by which money is collected (EPC016-06 and EPC222-07). */
public enum MandateScheme {
  /** For everybody; a debtor may have the money back for eight weeks. */
  CORE,
  /** For businesses alone; the debtor's bank confirms the mandate, and nothing is paid back. */
  B2B
}
