package org.dunlin.store.company;

/** Work over a company as a whole. */
public enum WorkDue {
  /** Open invoices or unallocated payments changed. */
  MATCH,
  /** What matching or a person decided may change what is due. */
  DUN
}
