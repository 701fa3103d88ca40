package org.dunlin.config.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.servlet.HandlerInterceptor;

/** Names in each line of the log who asked, and of which company. */
public final class NamedRequests implements HandlerInterceptor {
  private static final String USER = "user";
  private static final String COMPANY = "company";
  private static final Pattern ID = Pattern.compile("[a-z0-9._-]{1,64}");

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Principal user = request.getUserPrincipal();
    if (user != null) {
      MDC.put(USER, user.getName());
    }
    String company = request.getParameter(COMPANY);
    if (company != null && ID.matcher(company).matches()) {
      MDC.put(COMPANY, company);
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception thrown) {
    MDC.remove(USER);
    MDC.remove(COMPANY);
  }
}
