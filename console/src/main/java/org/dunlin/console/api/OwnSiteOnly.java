package org.dunlin.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what a browser sends for a page of another site: it would add a password that it was told
 * once. Programs do not send this header (W3C Fetch Metadata).
 */
final class OwnSiteOnly extends OncePerRequestFilter {
  private static final Set<String> FOREIGN = Set.of("cross-site", "same-site");

  private final Refusals refusals;

  OwnSiteOnly(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null && FOREIGN.contains(site) || isForeign(request.getHeader("Origin"), request)) {
      refusals.write(response, ProblemType.OTHER_SITE, "Pages of other sites may not call this.");
    } else {
      next.doFilter(request, response);
    }
  }

  /** Over plain HTTP browsers send no more than this; a page without an origin says "null". */
  private static boolean isForeign(@Nullable String origin, HttpServletRequest request) {
    if (origin == null) {
      return false;
    }
    try {
      return !request.getServerName().equalsIgnoreCase(new URI(origin).getHost());
    } catch (URISyntaxException e) {
      return true;
    }
  }
}
