package org.dunlin.sandbox.program.books;

import java.util.UUID;

/** A remark about a record. */
public record Note(Stamp stamp, UUID subject, String text) implements Kept<Note> {
  @Override
  public Note stamped(Stamp next) {
    return new Note(next, subject, text);
  }
}
