package org.dunlin.core.model;

/** Whether a receivable document claims money or gives it back. */
public enum InvoiceKind {
  INVOICE,
  CREDIT_NOTE
}
