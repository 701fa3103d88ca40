package org.dunlin.console.api;

import java.util.List;
import java.util.Optional;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Scope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A program that brought a token. What the token itself was is not kept. */
final class TokenCaller extends AbstractAuthenticationToken {
  static final String ROLE = "TOKEN";

  private static final long serialVersionUID = 1;

  private final transient ApiToken token;

  TokenCaller(ApiToken token) {
    super(List.of(new SimpleGrantedAuthority("ROLE_" + ROLE)));
    this.token = token;
    setAuthenticated(true);
  }

  /** The token of a caller that is a program. */
  static Optional<ApiToken> token(Authentication caller) {
    return caller instanceof TokenCaller program ? Optional.of(program.token) : Optional.empty();
  }

  /** Whether a caller may do what this scope is for; people who sign in may do everything. */
  static boolean allows(Authentication caller, Scope scope) {
    return token(caller).map(token -> token.scopes().contains(scope)).orElse(true);
  }

  /** Whether a caller may act for one company alone. */
  static boolean forOneCompany(Authentication caller) {
    return token(caller).filter(token -> token.companyId() != null).isPresent();
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
