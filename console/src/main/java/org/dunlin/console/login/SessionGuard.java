package org.dunlin.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.dunlin.store.people.Sessions;
import org.dunlin.store.people.Sessions.Standing;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at the first request after it was ended, or the person was switched off, got other
 * roles or another password, or signed out everywhere, and after half a day in any case.
 */
final class SessionGuard extends OncePerRequestFilter {
  private static final Duration SEEN = Duration.ofMinutes(1);

  private final Sessions sessions;
  private final Clock clock;

  SessionGuard(Sessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null
        && caller.getPrincipal() instanceof SignedIn person
        && !holds(person, clock.instant())) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
    }
    next.doFilter(request, response);
  }

  private boolean holds(SignedIn person, Instant now) {
    Optional<Standing> standing = sessions.find(person.session(), person.name());
    if (!person.holds(standing.map(Standing::version).orElse(null), now)) {
      return false;
    }
    if (standing.filter(each -> each.seenAt().isBefore(now.minus(SEEN))).isPresent()) {
      sessions.seen(person.session(), now);
    }
    return true;
  }
}
