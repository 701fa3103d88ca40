package org.dunlin.sandbox.program.books;

import java.util.UUID;

/** That something happened to a record. */
public record Change(Subject subject, Action action, UUID id) {
  /** What kind of record. */
  public enum Subject {
    CONTACT,
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    DEPOSIT
  }

  /** What happened. */
  public enum Action {
    CREATED,
    CHANGED,
    DELETED
  }
}
