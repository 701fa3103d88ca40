package org.dunlin.sandbox.program.oauth;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor treats tokens.
 *
 * @param access how long an access token lasts
 * @param refresh how long a refresh token lasts unused
 * @param earliest so long after the last one no renewal is granted; zero where it always is
 * @param callsPerDay how many requests for tokens a day are answered
 * @param refreshScope the scope without which there is no refresh token; null where there always is
 *     one
 * @param reused what is said of a refresh token that was used before
 * @param tooEarly what is said of a renewal that comes too early
 */
public record TokenRules(
    Duration access,
    Duration refresh,
    Duration earliest,
    int callsPerDay,
    @Nullable String refreshScope,
    OAuthFault reused,
    OAuthFault tooEarly) {
  /** With other lifetimes of access tokens. */
  public TokenRules lasting(Duration other) {
    return new TokenRules(other, refresh, earliest, callsPerDay, refreshScope, reused, tooEarly);
  }

  /** With so many requests for tokens a day. */
  public TokenRules withCallsPerDay(int calls) {
    return new TokenRules(access, refresh, earliest, calls, refreshScope, reused, tooEarly);
  }
}
