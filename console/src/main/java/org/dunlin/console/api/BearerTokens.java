package org.dunlin.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dunlin.console.login.TokenLogin;
import org.dunlin.store.access.ApiToken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets programs in that bring a token as RFC 6750 says: in the header, and nowhere else. */
final class BearerTokens extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";

  private final TokenLogin login;
  private final Refusals refusals;

  BearerTokens(TokenLogin login, Refusals refusals) {
    this.login = login;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<String> secret = secret(request.getHeader(HttpHeaders.AUTHORIZATION));
    if (secret.isPresent()) {
      try {
        letIn(login.check(secret.get(), request.getRemoteAddr()));
      } catch (AuthenticationException refused) {
        refusals.commence(request, response, refused);
        return;
      }
    }
    next.doFilter(request, response);
  }

  private static void letIn(ApiToken token) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new TokenCaller(token));
    SecurityContextHolder.setContext(context);
  }

  private static Optional<String> secret(@Nullable String header) {
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
