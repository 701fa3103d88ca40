package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Permitted;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Permits;
import org.dunlin.store.company.CompanyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Finds the company that a request is about and who asks. */
final class Frames {
  private final Stores stores;
  private final Clock clock;

  Frames(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * The frame of a page of this company.
   *
   * @throws NotHere when there is no such company, or the person has nothing to do with it
   */
  Frame of(String companyId, HttpServletRequest request) {
    CompanyProfile company = stores.companies().find(companyId).orElseThrow(NotHere::new);
    Appearance look = Appearance.of(request);
    Principal person = Objects.requireNonNull(request.getUserPrincipal(), "behind the login");
    Permits permits = Permitted.of(person);
    if (!permits.knows(companyId)) {
      throw new NotHere();
    }
    return new Frame(
        person.getName(),
        permits,
        look,
        address(request),
        csrf(request),
        companies(permits),
        company,
        stores.companies().businessDate(company),
        stores.settings().stopped(),
        flashed(request, Said.SAID),
        flashed(request, Said.REFUSED),
        stores.settings().restored().orElse(null),
        look.words(company.company().timeZone(), clock.instant()));
  }

  private static @Nullable String flashed(HttpServletRequest request, String name) {
    Map<String, ?> flashed = RequestContextUtils.getInputFlashMap(request);
    return flashed != null && flashed.get(name) instanceof String sentence ? sentence : null;
  }

  private static String address(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** The company asked for, else the first of the person's; empty when there is none at all. */
  Optional<String> chosen(@Nullable String asked, HttpServletRequest request) {
    if (asked != null) {
      return Optional.of(asked);
    }
    Permits permits = Permitted.of(request.getUserPrincipal());
    return stores.companies().ids().stream().filter(permits::knows).findFirst();
  }

  /** The names of the person's companies, in their order. */
  private Map<String, String> companies(Permits permits) {
    Map<String, String> names = new LinkedHashMap<>(stores.companies().names());
    names.keySet().removeIf(id -> !permits.knows(id));
    return names;
  }

  /**
   * A customer of the company.
   *
   * @throws NotHere when there is no such customer
   */
  Customer customer(String companyId, UUID id) {
    return stores.customers().find(companyId, id).orElseThrow(NotHere::new);
  }

  /** Throws {@link NotHere} unless there is such a company. */
  void mustExist(String companyId) {
    if (stores.companies().find(companyId).isEmpty()) {
      throw new NotHere();
    }
  }

  /** What a button of this company says when it was pressed, in the language of who pressed it. */
  Said said(String companyId, HttpServletRequest request, RedirectAttributes next) {
    return new Said(next, Appearance.of(request).words(), companyId, request.getParameter("back"));
  }

  /** The token is made here, while the session's cookie can still be sent. */
  static Frame.Csrf csrf(HttpServletRequest request) {
    CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    return new Frame.Csrf(token.getParameterName(), token.getToken());
  }
}
