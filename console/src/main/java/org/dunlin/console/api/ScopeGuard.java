package org.dunlin.console.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dunlin.store.access.ApiToken;
import org.dunlin.store.access.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Holds a program to what its token allows; people who sign in may do everything. */
final class ScopeGuard extends OncePerRequestFilter {
  private static final PathPatternRequestMatcher COMPANY =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/{company}/**");

  private static final PathPatternRequestMatcher CUSTOMER =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/customers/**");

  private static final PathPatternRequestMatcher PROFILE =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/profile");

  private static final PathPatternRequestMatcher LOGO =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/logo");

  private static final PathPatternRequestMatcher PLANS =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/plans/**");

  private static final PathPatternRequestMatcher HOURS =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/sending-hours");

  private static final PathPatternRequestMatcher TEST_PHONE =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/test-phone");

  private static final PathPatternRequestMatcher TEMPLATE =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/templates/**");

  private static final PathPatternRequestMatcher CONNECTION =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/connections/**");

  private static final PathPatternRequestMatcher PAYING =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/paying-rules");

  /** What makes money leave other people's accounts, and says which accounts those are. */
  private static final PathPatternRequestMatcher COLLECTING =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/collections/*/approve");

  private static final PathPatternRequestMatcher AMENDING =
      PathPatternRequestMatcher.withDefaults().matcher("/api/v1/companies/*/mandates/*/amend");

  private static final PathPatternRequestMatcher DELIVERIES =
      PathPatternRequestMatcher.withDefaults()
          .matcher("/api/v1/companies/*/connections/*/deliveries");

  private final Refusals refusals;

  ScopeGuard(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain next)
      throws ServletException, IOException {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    Optional<ApiToken> token = caller == null ? Optional.empty() : TokenCaller.token(caller);
    Scope needed = needed(request);
    if (token.isPresent() && !allows(token.get(), needed)) {
      refusals.write(
          response,
          ProblemType.MISSING_SCOPE,
          "This needs a token with the scope " + needed.word() + "; this token has not got it.");
    } else if (token.isPresent() && foreign(request, token.get())) {
      refusals.write(
          response,
          ProblemType.OTHER_COMPANY,
          "This token is for the company " + token.get().companyId() + " only.");
    } else {
      next.doFilter(request, response);
    }
  }

  /** Whoever may write may bring files in, too. */
  private static boolean allows(ApiToken token, Scope needed) {
    return token.scopes().contains(needed)
        || (needed == Scope.DELIVER && token.scopes().contains(Scope.WRITE));
  }

  private static Scope needed(HttpServletRequest request) {
    HttpMethod method = HttpMethod.valueOf(request.getMethod());
    if (method.equals(HttpMethod.GET)
        || method.equals(HttpMethod.HEAD)
        || method.equals(HttpMethod.OPTIONS)) {
      return Scope.READ;
    }
    if (DELIVERIES.matches(request) && method.equals(HttpMethod.POST)) {
      return Scope.DELIVER;
    }
    boolean connection = CONNECTION.matches(request) && !DELIVERIES.matches(request);
    boolean plans = PLANS.matches(request) || HOURS.matches(request) || TEST_PHONE.matches(request);
    boolean words = TEMPLATE.matches(request);
    boolean money =
        PAYING.matches(request) || COLLECTING.matches(request) || AMENDING.matches(request);
    if (PROFILE.matches(request)
        || LOGO.matches(request)
        || connection
        || plans
        || words
        || money) {
      return Scope.SETTINGS;
    }
    return method.equals(HttpMethod.DELETE) && CUSTOMER.matches(request)
        ? Scope.ERASE
        : Scope.WRITE;
  }

  private static boolean foreign(HttpServletRequest request, ApiToken token) {
    String company = COMPANY.matcher(request).getVariables().get("company");
    return company != null && !token.isFor(company);
  }
}
