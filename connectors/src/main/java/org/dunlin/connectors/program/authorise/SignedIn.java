package org.dunlin.connectors.program.authorise;

import java.time.Instant;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a sign-in came to. */
public sealed interface SignedIn {
  /**
   * A session.
   *
   * @param values by their names in {@code {session.NAME}}; cookies as {@link Authorising#COOKIE}
   * @param expires after which the hub signs in anew without being told; absent where nobody says
   */
  record Session(Map<String, String> values, @Nullable Instant expires) implements SignedIn {
    public Session {
      values = Map.copyOf(values);
    }

    @Override
    public String toString() {
      return "session with " + new TreeSet<>(values.keySet());
    }
  }

  /** The sign-in is refused, and trying again does not help; the sentence is for people. */
  record Denied(String sentence) implements SignedIn {}

  /**
   * The program cannot answer now.
   *
   * @param notBefore where it said so
   * @param sentence for people
   */
  record Later(@Nullable Instant notBefore, String sentence) implements SignedIn {}
}
