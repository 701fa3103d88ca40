package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** Where a session becomes somebody's, under another id than it had. */
final class Entrance {
  private Entrance() {}

  /** Whose the session is from now on; what was given out for forms before is worth nothing. */
  static Authentication enter(
      SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    HalfIn.forget(request);
    request.getSession();
    request.changeSessionId();
    new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    return goOn(person, request, response);
  }

  /** The same session goes on with what has changed of the person. */
  static Authentication goOn(
      SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    Authentication authenticated =
        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authenticated);
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    return authenticated;
  }
}
