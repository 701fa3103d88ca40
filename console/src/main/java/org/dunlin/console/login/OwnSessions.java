package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import org.dunlin.store.people.People;
import org.dunlin.work.access.ChangePeople;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/**
 * What people change of their own account. All their sessions end by it but the one in which they
 * do it, which goes on under another id.
 */
public final class OwnSessions {
  private final AuthenticationProvider login;
  private final PasswordEncoder encoder;
  private final ChangePeople changes;
  private final People people;
  private final Clock clock;

  OwnSessions(
      AuthenticationProvider login,
      PasswordEncoder encoder,
      ChangePeople changes,
      People people,
      Clock clock) {
    this.login = login;
    this.encoder = encoder;
    this.changes = changes;
    this.people = people;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Changed {
    DONE,
    /** The password that holds was not right, or came too early after wrong ones. */
    WRONG
  }

  /** Changes the password of whoever asks, who has to say the one that holds. */
  public Changed password(
      String name,
      String current,
      String wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    UsernamePasswordAuthenticationToken said =
        UsernamePasswordAuthenticationToken.unauthenticated(name, current);
    said.setDetails(new WebAuthenticationDetails(request));
    try {
      login.authenticate(said);
    } catch (AuthenticationException refused) {
      return Changed.WRONG;
    }
    changes.password(name, encoded(wanted), name);
    goOn(name, request, response);
    return Changed.DONE;
  }

  /** The hash of a password. */
  public String encoded(String password) {
    return Optional.ofNullable(encoder.encode(password)).orElseThrow();
  }

  /** Ends all other sessions of whoever asks. */
  public void endOthers(String name, HttpServletRequest request, HttpServletResponse response) {
    changes.endSessions(name, name);
    goOn(name, request, response);
  }

  private void goOn(String name, HttpServletRequest request, HttpServletResponse response) {
    request.changeSessionId();
    SignedIn person =
        people.find(name).map(each -> SignedIn.of(each, clock.instant())).orElseThrow();
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities()));
    SecurityContextHolder.setContext(context);
    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
  }
}
