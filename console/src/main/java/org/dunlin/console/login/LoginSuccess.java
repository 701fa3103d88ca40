package org.dunlin.console.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dunlin.store.Stores;
import org.dunlin.store.people.HubEvents.Kind;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/** Notes who signed in, and leads to the page that they wanted. */
final class LoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  private final Stores stores;

  LoginSuccess(Stores stores) {
    this.stores = stores;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication person)
      throws ServletException, IOException {
    note(person.getName(), request);
    super.onAuthenticationSuccess(request, response, person);
  }

  void note(String name, HttpServletRequest request) {
    stores.people().signedIn(name);
    stores.signIn().events().note(name, Kind.SIGNED_IN, name, request.getRemoteAddr());
  }
}
