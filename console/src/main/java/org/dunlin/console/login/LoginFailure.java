package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dunlin.store.Stores;
import org.dunlin.store.people.HubEvents.Kind;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Sends back to the login, which says no more than that it was wrong, too early or not checked; and
 * on to the second step where the password was right and is not all.
 */
final class LoginFailure implements AuthenticationFailureHandler {
  private final Stores stores;

  LoginFailure(Stores stores) {
    this.stores = stores;
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
      throws IOException {
    if (failure instanceof CodeNeeded needed) {
      needed.half().keep(request);
      EasyPassword.tell(request, response);
      response.sendRedirect(request.getContextPath() + CodePage.PATH);
      return;
    }
    note(request);
    String why =
        switch (failure) {
          case LockedException early -> "wait";
          case AuthenticationServiceException unchecked -> "busy";
          default -> "wrong";
        };
    response.sendRedirect(request.getContextPath() + "/login?" + why);
  }

  /** Of people who are there alone: what else was typed may be a password in the wrong field. */
  private void note(HttpServletRequest request) {
    String typed = request.getParameter("username");
    if (typed != null && stores.people().find(typed).isPresent()) {
      String address = request.getRemoteAddr();
      stores.signIn().events().noteOnceAMinute(typed, Kind.SIGN_IN_FAILED, typed, address);
    }
  }
}
