package org.dunlin.console.login;

import java.util.Optional;
import org.dunlin.store.access.ApiToken;
import org.dunlin.work.access.Tokens;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;

/**
 * Checks tokens. Wrong ones make their address wait as wrong passwords do, but are counted apart: a
 * program with an old token locks nobody out of the console. A right one is let in all the same:
 * nobody finds one by trying, and programs that share an address with somebody who tries must not
 * suffer from it.
 */
public final class TokenLogin {
  private static final String NAME = "token from ";

  private final Tokens tokens;
  private final LoginAttempts attempts;

  TokenLogin(Tokens tokens, LoginAttempts attempts) {
    this.tokens = tokens;
    this.attempts = attempts;
  }

  /**
   * The token with this secret.
   *
   * @param address whence it comes
   * @throws LockedException when too many were wrong before
   * @throws BadCredentialsException when it is wrong, expired or revoked
   */
  public ApiToken check(String secret, String address) {
    Optional<ApiToken> token = tokens.check(secret);
    if (token.isPresent()) {
      return token.get();
    }
    switch (begin(address)) {
      case EARLY -> throw new LockedException("too many wrong tokens");
      case CROWDED -> throw new AuthenticationServiceException("too many attempts at one time");
      case NOW -> attempts.end(NAME + address, NAME + address, false);
    }
    throw new BadCredentialsException("no such token");
  }

  private LoginAttempts.Turn begin(String address) {
    try {
      return attempts.begin(NAME + address, NAME + address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LoginAttempts.Turn.CROWDED;
    }
  }
}
