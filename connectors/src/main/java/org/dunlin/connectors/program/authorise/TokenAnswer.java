package org.dunlin.connectors.program.authorise;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a token endpoint answered. */
public sealed interface TokenAnswer {
  /**
   * A new access token. It is stored before it is used for the first time.
   *
   * @param refresh the refresh token that is good from now on: the new one, else the one that was
   *     used; absent with client credentials
   * @param expires when the access token ends; absent where nobody says
   * @param renewFrom from when it should be renewed; absent where only a refusal tells
   * @param refreshExpires when the refresh token ends if it is not used; absent where nobody says
   */
  record Granted(
      String access,
      @Nullable String refresh,
      @Nullable Instant expires,
      @Nullable Instant renewFrom,
      @Nullable Instant refreshExpires)
      implements TokenAnswer {
    @Override
    public String toString() {
      return "tokens until " + (expires == null ? "they are refused" : expires);
    }
  }

  /**
   * The grant is refused, and trying again does not help.
   *
   * @param invalidGrant whether code or refresh token are no longer good, which may also mean that
   *     another process was faster
   * @param sentence for people
   */
  record Denied(boolean invalidGrant, String sentence) implements TokenAnswer {}

  /**
   * The endpoint cannot answer now; of the grant nothing is known.
   *
   * @param notBefore where the program said so
   * @param sentence for people
   */
  record Later(@Nullable Instant notBefore, String sentence) implements TokenAnswer {}
}
