package org.dunlin.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.console.limit.Limits;
import org.dunlin.console.limit.Limits.Found;
import org.dunlin.console.limit.Network;
import org.dunlin.store.access.ApiToken;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets somebody call so often in a minute, and says in each answer how often still
 * (draft-ietf-httpapi-ratelimit-headers).
 */
final class CallLimit extends OncePerRequestFilter {
  private static final Duration PERIOD = Duration.ofMinutes(1);

  private final String name;
  private final Limits limits;
  private final Function<HttpServletRequest, Optional<String>> who;
  private final Refusals refusals;

  private CallLimit(
      String name,
      int most,
      Function<HttpServletRequest, Optional<String>> who,
      Refusals refusals) {
    this.name = name;
    this.limits = new Limits(most, PERIOD);
    this.who = who;
    this.refusals = refusals;
  }

  /** Of each address, before it is known who calls. */
  static CallLimit ofAddress(int most, Refusals refusals) {
    return new CallLimit(
        "address", most, request -> Optional.of(Network.of(request.getRemoteAddr())), refusals);
  }

  /** Of each token and person. */
  static CallLimit ofCaller(int most, Refusals refusals) {
    return new CallLimit("caller", most, request -> caller(), refusals);
  }

  /** Who it is, as no other caller is known; empty before they are known. */
  static Optional<String> caller() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .map(CallLimit::known);
  }

  private static String known(Authentication caller) {
    return TokenCaller.token(caller)
        .map(ApiToken::id)
        .map(id -> "token " + id)
        .orElseGet(() -> "person " + caller.getName());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Optional<String> of = who.apply(request);
    if (of.isPresent() && !permitted(limits.count(of.get()), response)) {
      return;
    }
    next.doFilter(request, response);
  }

  private boolean permitted(Found found, HttpServletResponse response) throws IOException {
    long seconds = Math.ceilDiv(found.anew().toMillis(), 1000);
    response.addHeader(
        "RateLimit-Policy",
        "\"%s\";q=%d;w=%d".formatted(name, limits.most(), limits.period().toSeconds()));
    response.addHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, found.left(), seconds));
    if (found.permitted()) {
      return true;
    }
    response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    refusals.write(
        response,
        ProblemType.TOO_MANY_REQUESTS,
        "This %s called more than %d times within a minute. Ask again in %d seconds."
            .formatted(name, limits.most(), seconds));
    return false;
  }

  /** There is one of each name. */
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return CallLimit.class.getName() + "." + name;
  }
}
