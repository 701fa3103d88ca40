package org.dunlin.config.watch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Measures pages and the API by their routes, so that no id becomes a label. */
public final class TimedRequests implements HandlerInterceptor {
  private static final String BEGUN = TimedRequests.class.getName() + ".begun";

  private final Metrics metrics;

  /** Into these metrics. */
  public TimedRequests(Metrics metrics) {
    this.metrics = metrics;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getAttribute(BEGUN) == null) {
      request.setAttribute(BEGUN, System.nanoTime());
    }
    return true;
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception thrown) {
    Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    if (route != null && request.getAttribute(BEGUN) instanceof Long begun) {
      metrics.request(
          request.getMethod(),
          route.toString(),
          thrown == null ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR,
          Duration.ofNanos(System.nanoTime() - begun));
    }
  }
}
