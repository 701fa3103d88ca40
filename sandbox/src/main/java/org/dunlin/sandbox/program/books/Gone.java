package org.dunlin.sandbox.program.books;

import java.util.UUID;

/** That a record was taken out of the books. */
public record Gone(Stamp stamp, Change.Subject subject, UUID record) implements Kept<Gone> {
  @Override
  public Gone stamped(Stamp next) {
    return new Gone(next, subject, record);
  }
}
