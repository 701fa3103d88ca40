package org.dunlin.console.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password unless too many were wrong before or are being checked. */
final class BrakedLogin implements AuthenticationProvider {
  private final AuthenticationProvider passwords;
  private final LoginAttempts attempts;

  BrakedLogin(AuthenticationProvider passwords, LoginAttempts attempts) {
    this.passwords = passwords;
    this.attempts = attempts;
  }

  @Override
  public @Nullable Authentication authenticate(Authentication said) {
    String address = address(said);
    switch (begin(said.getName(), address)) {
      case EARLY -> throw new LockedException("too many wrong passwords");
      case CROWDED -> throw new AuthenticationServiceException("too many attempts at one time");
      case NOW -> {}
    }
    boolean right = false;
    try {
      Authentication authenticated = passwords.authenticate(said);
      right = true;
      return authenticated;
    } finally {
      attempts.end(said.getName(), address, right);
    }
  }

  private LoginAttempts.Turn begin(String name, String address) {
    try {
      return attempts.begin(name, address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LoginAttempts.Turn.CROWDED;
    }
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }

  private static String address(Authentication said) {
    return said.getDetails() instanceof WebAuthenticationDetails details
        ? details.getRemoteAddress()
        : "unknown";
  }
}
