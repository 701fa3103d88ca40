package org.dunlin.core.model;

/** Whose terms gave the due date of an invoice that names none. */
public enum DueDateFrom {
  CUSTOMER,
  COMPANY,
  LAW
}
