package org.dunlin.work.token;

import java.time.Duration;
import org.dunlin.connectors.program.Facts;
import org.dunlin.store.program.Token;
import org.jspecify.annotations.Nullable;

/** What requests of a connection may show. */
public sealed interface Held {
  /**
   * They can be made.
   *
   * @param facts with the token or the session
   * @param token as it is stored; absent where the program wants none
   */
  record Ready(Facts facts, @Nullable Token token) implements Held {}

  /** Not at the moment: another process renews the token, or the program did not give one. */
  record NotNow(Duration pause, String sentence) implements Held {}

  /** Not before a person has permitted it anew. */
  record Closed(String sentence) implements Held {}
}
