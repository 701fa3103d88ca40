package org.dunlin.console.login;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import org.dunlin.store.people.People;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session at the first request after the person was switched off, got other roles or another
 * password, or signed out everywhere, and after half a day in any case.
 */
final class SessionGuard extends OncePerRequestFilter {
  private final People people;
  private final Clock clock;

  SessionGuard(People people, Clock clock) {
    this.people = people;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null
        && caller.getPrincipal() instanceof SignedIn person
        && !person.holds(people.version(person.name()).orElse(null), clock.instant())) {
      HttpSession session = request.getSession(false);
      if (session != null) {
        session.invalidate();
      }
      SecurityContextHolder.clearContext();
    }
    next.doFilter(request, response);
  }
}
