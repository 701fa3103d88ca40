package org.dunlin.console.right;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.dunlin.store.access.Permits;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Calls a handler for those alone who may: the company of the request must be among theirs, and
 * they must have the right that the handler needs. A handler that says nothing is called for
 * nobody.
 */
public final class RightsGuard implements HandlerInterceptor {
  private static final Logger LOG = LoggerFactory.getLogger(RightsGuard.class);
  private static final String COMPANY = "company";

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method) || isOpen(method)) {
      return true; // what is no handler of ours is a file that everybody may have
    }
    Permits permits = Permitted.of(request.getUserPrincipal());
    List<String> companies = companies(request);
    if (!companies.stream().allMatch(permits::knows)) {
      NotedRefusals.ofAnother(request);
      throw new OtherCompany();
    }
    Needs needs = needs(method);
    if (needs == null) {
      LOG.error("{} does not say which right it needs, so that nobody may call it", method);
      throw new NotAllowed(null);
    }
    if (!allowed(permits, needs, companies)) {
      throw new NotAllowed(needs.value());
    }
    return true;
  }

  private static boolean allowed(Permits permits, Needs needs, List<String> companies) {
    if (needs.hub()) {
      return permits.mayEverywhere(needs.value());
    }
    return companies.isEmpty()
        ? permits.maySomewhere(needs.value())
        : companies.stream().allMatch(company -> permits.may(needs.value(), company));
  }

  /**
   * All that the request names: in the path alone where the path does, so that the body of a
   * request to the API is not read for it; else in the parameters, each of them.
   */
  private static List<String> companies(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables
        && variables.get(COMPANY) instanceof String company) {
      return List.of(company);
    }
    String[] parameters = request.getParameterValues(COMPANY);
    return parameters == null ? List.of() : List.of(parameters);
  }

  /** What a handler needs; absent where nobody said so. */
  public static @Nullable Needs needs(HandlerMethod method) {
    Needs own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class);
    return own == null
        ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)
        : own;
  }

  /** Whether a handler needs nothing. */
  public static boolean isOpen(HandlerMethod method) {
    return AnnotatedElementUtils.hasAnnotation(method.getMethod(), Open.class)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Open.class)
            && AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Needs.class) == null;
  }
}
