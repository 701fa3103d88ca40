package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads to the page that asks for the password anew, where what is asked for needs it. */
final class FreshGuard implements HandlerInterceptor {
  /** The page that asks. */
  static final String PAGE = "/account/again";

  private final Clock clock;

  FreshGuard(Clock clock) {
    this.clock = clock;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)
        || !method.hasMethodAnnotation(Fresh.class)
        || isFresh(request)) {
      return true;
    }
    response.sendRedirect(
        request.getContextPath()
            + UriComponentsBuilder.fromPath(PAGE)
                .queryParam("company", "{company}")
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(
                    Optional.ofNullable(request.getParameter("company")).orElse(""), back(request))
                .toUriString());
    return false;
  }

  private boolean isFresh(HttpServletRequest request) {
    return request.getUserPrincipal() instanceof Authentication caller
        && caller.getPrincipal() instanceof SignedIn person
        && person.fresh(clock.instant());
  }

  /** The page that was asked for, or the one on which the button was. */
  private static String back(HttpServletRequest request) {
    if (request.getMethod().equals("GET")) {
      String query = request.getQueryString();
      return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
    return Optional.ofNullable(request.getParameter("back")).orElse("/");
  }
}
