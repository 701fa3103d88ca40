package org.dunlin.console.right;

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
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes into the log what was refused: whom, from where, and what they asked for, as the pattern
 * of its address, which holds neither a secret nor anybody's data. Of one caller, or address of
 * somebody unknown, no more than so many a minute are written, so that nobody fills the log.
 */
public final class NotedRefusals extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(NotedRefusals.class);
  private static final int MOST_A_MINUTE = 60;
  private static final String OF_ANOTHER = NotedRefusals.class.getName() + ".ofAnother";

  /**
   * What was sent cannot be read or taken, nobody known asks, or not so, not this, not so often.
   */
  private static final Set<Integer> REFUSED = Set.of(400, 401, 403, 405, 413, 415, 422, 429);

  private final Limits limits = new Limits(MOST_A_MINUTE, Duration.ofMinutes(1));

  /** The answer will be that there is no such thing, and the reason is that it is not theirs. */
  static void ofAnother(HttpServletRequest request) {
    request.setAttribute(OF_ANOTHER, true);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    next.doFilter(request, response);
    boolean ofAnother = request.getAttribute(OF_ANOTHER) != null;
    if (ofAnother || REFUSED.contains(response.getStatus())) {
      note(request, response.getStatus(), ofAnother);
    }
  }

  private void note(HttpServletRequest request, int status, boolean ofAnother) {
    String address = request.getRemoteAddr();
    Optional<String> who = who();
    Found found = limits.count(who.map("who "::concat).orElseGet(() -> Network.of(address)));
    if (found.permitted()) {
      LOG.info(
          "Refused {}{}: {} {} by {} from {}{}",
          status,
          ofAnother ? " (another company)" : "",
          request.getMethod(),
          what(request),
          who.orElse("nobody known"),
          address,
          found.left() == 0 ? "; more of them within this minute are not written" : "");
    }
  }

  /** Of what leads to no handler no more than how it begins. */
  private static String what(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)
        instanceof String pattern) {
      return pattern;
    }
    String path = request.getRequestURI().substring(request.getContextPath().length());
    int end = path.indexOf('/', 1);
    String begin = end < 0 ? path : path.substring(0, end) + "/…";
    return begin.replaceAll("[^A-Za-z0-9/._…-]", "?");
  }

  private static Optional<String> who() {
    return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
        .filter(Permitted::known)
        .map(Authentication::getName);
  }
}
