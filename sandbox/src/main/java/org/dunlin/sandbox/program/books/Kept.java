package org.dunlin.sandbox.program.books;

import java.util.UUID;

/**
 * A record that books keep.
 *
 * @param <T> the record itself
 */
public interface Kept<T> {
  /** Who it is, and which change of it this is. */
  Stamp stamp();

  /** The same with another stamp. */
  T stamped(Stamp stamp);

  /** The id that stays. */
  default UUID id() {
    return stamp().id();
  }
}
