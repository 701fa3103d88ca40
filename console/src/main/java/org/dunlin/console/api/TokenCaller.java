package org.dunlin.console.api;

import java.util.List;
import java.util.Optional;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Permits;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** A program that brought a token. What the token itself was is not kept. */
final class TokenCaller extends AbstractAuthenticationToken implements Permitted {
  private static final long serialVersionUID = 1;

  private final transient ApiToken token;

  TokenCaller(ApiToken token) {
    super(List.of());
    this.token = token;
    setAuthenticated(true);
  }

  /** The token of a caller that is a program. */
  static Optional<ApiToken> token(Authentication caller) {
    return caller instanceof TokenCaller program ? Optional.of(program.token) : Optional.empty();
  }

  @Override
  public Permits permits() {
    return Permits.of(token);
  }

  /** As journals say who it was. */
  @Override
  public String getName() {
    return "token " + token.name();
  }

  @Override
  public Object getPrincipal() {
    return token;
  }

  @Override
  public String getCredentials() {
    return "";
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
