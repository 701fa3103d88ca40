package org.dunlin.console.login;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks a password unless too many were wrong before. */
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
    if (!attempts.begin(said.getName(), address)) {
      throw new LockedException("too many wrong passwords");
    }
    Authentication authenticated = passwords.authenticate(said);
    attempts.succeeded(said.getName(), address);
    return authenticated;
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
