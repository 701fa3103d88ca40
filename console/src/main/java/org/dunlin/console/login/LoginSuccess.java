package org.dunlin.console.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dunlin.console.limit.Network;
import org.dunlin.console.look.Appearance;
import org.dunlin.store.Stores;
import org.dunlin.store.people.People.Look;
import org.dunlin.store.people.Sessions.Session;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Notes who signed in and where, gives their browser the language and the theme that they chose in
 * another, and leads to the page that they wanted.
 */
final class LoginSuccess extends SavedRequestAwareAuthenticationSuccessHandler {
  private final Stores stores;

  LoginSuccess(Stores stores) {
    this.stores = stores;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication come)
      throws ServletException, IOException {
    begin((SignedIn) come.getPrincipal(), request, response);
    EasyPassword.tell(request, response);
    super.onAuthenticationSuccess(request, response, come);
  }

  void begin(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
    String name = person.name();
    String address = request.getRemoteAddr();
    String browser =
        BrowserName.of(Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse(""));
    stores
        .signIn()
        .sessions()
        .begin(
            new Session(person.session(), person.since(), person.since(), address, browser),
            name,
            person.version(),
            person.since().minus(SignedIn.LONGEST));
    stores.people().signedIn(name);
    stores.signIn().events().noteSignIn(name, address, Network.of(address));
    Look look = stores.people().look(name);
    Appearance.keep(response, look.language(), look.theme());
  }
}
