package org.dunlin.core.model;

/** What the source says of a receivable document. */
public enum InvoiceStatus {
  OPEN,
  PAID,
  VOID
}
