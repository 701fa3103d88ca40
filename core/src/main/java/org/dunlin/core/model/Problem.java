package org.dunlin.core.model;

import org.jspecify.annotations.Nullable;

/**
 * What could not be taken, where, and what to do: a typed, plain sentence for a person.
 *
 * @param source the file or connection
 * @param position the place in it, such as {@code line 42}
 * @param code upper-case words that name the kind of problem
 */
public record Problem(String source, @Nullable String position, String code, String message)
    implements CanonicalRecord {
  /** What a file holds is often quoted here, and it may hold anything: a problem can be told. */
  public Problem {
    source = WritableText.of(source);
    position = position == null ? null : WritableText.of(position);
    message = WritableText.of(message);
  }

  /** The place, where there is one, and what is wrong there. */
  public String sentence() {
    return position == null ? message : position + ": " + message;
  }
}
