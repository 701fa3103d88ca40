package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session at the provider, too, where it offers that (OpenID Connect RP-Initiated Logout
 * 1.0). The form of signing out may lead to pages of this hub alone, so that the way to the
 * provider goes by one of them.
 */
final class ProviderLogout implements LogoutHandler, LogoutSuccessHandler {
  private static final String ID_TOKEN = ProviderLogout.class.getName() + ".idToken";
  private static final String LEAVE = ProviderLogout.class.getName() + ".leave";

  private final ProviderRegistration registration;

  ProviderLogout(ProviderRegistration registration) {
    this.registration = registration;
  }

  /** Keeps what the provider knows the session by. */
  static void keep(HttpServletRequest request, String idToken) {
    request.getSession().setAttribute(ID_TOKEN, idToken);
  }

  /** Before the session ends, takes out of it what the provider has to be told. */
  @Override
  public void logout(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication caller) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      request.setAttribute(ID_TOKEN, session.getAttribute(ID_TOKEN));
    }
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication caller)
      throws java.io.IOException {
    Optional<String> leave =
        Optional.ofNullable(request.getAttribute(ID_TOKEN))
            .flatMap(token -> address(request, token.toString()));
    leave.ifPresent(address -> request.getSession().setAttribute(LEAVE, address));
    response.sendRedirect(
        request.getContextPath() + "/login?" + (leave.isPresent() ? "left" : "out"));
  }

  /** Where whoever has just signed out goes on to; told once. */
  static Optional<String> leaving(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session == null || !(session.getAttribute(LEAVE) instanceof String address)) {
      return Optional.empty();
    }
    session.removeAttribute(LEAVE);
    return Optional.of(address);
  }

  private Optional<String> address(HttpServletRequest request, String idToken) {
    ClientRegistration known = registration.registration();
    Object end =
        known == null
            ? null
            : known.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
    if (end == null) {
      return Optional.empty();
    }
    String back =
        ServletUriComponentsBuilder.fromContextPath(request)
            .replacePath("/login")
            .replaceQuery("out")
            .toUriString();
    return Optional.of(
        UriComponentsBuilder.fromUriString(end.toString())
            .queryParam("id_token_hint", "{token}")
            .queryParam("post_logout_redirect_uri", "{back}")
            .encode()
            .buildAndExpand(idToken, back)
            .toUriString());
  }
}
