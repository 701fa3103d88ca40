package org.dunlin.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.dunlin.console.limit.Limits;
import org.dunlin.console.limit.Limits.Found;
import org.dunlin.console.limit.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notices who asks the console for more than a person does, and refuses more changes than anybody
 * makes by hand. Pages are given to whoever reads many of them; that they do stands in the log.
 */
final class PageLimit extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(PageLimit.class);
  private static final Duration PERIOD = Duration.ofMinutes(1);
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Limits changes;
  private final Limits requests;

  PageLimit(PageRates rates) {
    changes = new Limits(rates.changes(), PERIOD);
    requests = new Limits(rates.requests(), PERIOD);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    String who = who(request);
    Found asked = requests.count(who);
    if (asked.permitted() && asked.left() == 0) {
      LOG.warn(
          "{} has asked the console {} times within a minute, more than a person does",
          who,
          requests.most());
    }
    if (!READING.contains(request.getMethod())) {
      Found found = changes.count(who);
      if (!found.permitted()) {
        long seconds = Math.ceilDiv(found.anew().toMillis(), 1000);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        return;
      }
    }
    next.doFilter(request, response);
  }

  private static String who(HttpServletRequest request) {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(caller -> caller.getPrincipal() instanceof SignedIn)
        .map(caller -> "person " + caller.getName())
        .orElseGet(() -> "somebody at " + Network.of(request.getRemoteAddr()));
  }
}
