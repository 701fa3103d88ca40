package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.people.Sessions.Session;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.SecondFactor;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * What people change of their own account. All their sessions end by it but the one in which they
 * do it, which goes on under another id.
 */
public final class OwnSessions {
  private final AuthenticationProvider passwords;
  private final CodeCheck codes;
  private final SecondFactor factor;
  private final PasswordEncoder encoder;
  private final ChangePeople changes;
  private final Stores stores;
  private final Clock clock;

  OwnSessions(
      AuthenticationProvider passwords,
      CodeCheck codes,
      SecondFactor factor,
      PasswordEncoder encoder,
      ChangePeople changes,
      Stores stores,
      Clock clock) {
    this.passwords = passwords;
    this.codes = codes;
    this.factor = factor;
    this.encoder = encoder;
    this.changes = changes;
    this.stores = stores;
    this.clock = clock;
  }

  /** What came of it. */
  public enum Changed {
    DONE,
    /** The password that holds, or the code, was not right, or came too early after wrong ones. */
    WRONG
  }

  /** Changes the password of whoever asks, who has to say the one that holds. */
  public Changed password(
      String name,
      String current,
      String wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (!isPassword(name, current, request)) {
      return Changed.WRONG;
    }
    changes.password(name, encoded(wanted), name);
    stay(name, request, response);
    return Changed.DONE;
  }

  /**
   * Whoever asks says a code once more, or their password where they have no second factor; for
   * some minutes they need not do so again.
   */
  public Changed again(
      String name, String said, HttpServletRequest request, HttpServletResponse response) {
    boolean right =
        factor.has(name)
            ? codes.check(name, said, request.getRemoteAddr()) == CodeCheck.Checked.RIGHT
            : isPassword(name, said, request);
    if (right) {
      request.changeSessionId();
      Entrance.goOn(current().saidAgain(clock.instant()), request, response);
    }
    return right ? Changed.DONE : Changed.WRONG;
  }

  private boolean isPassword(String name, String said, HttpServletRequest request) {
    UsernamePasswordAuthenticationToken token =
        UsernamePasswordAuthenticationToken.unauthenticated(name, said);
    token.setDetails(new WebAuthenticationDetails(request));
    try {
      passwords.authenticate(token);
      return true;
    } catch (AuthenticationException refused) {
      return false;
    }
  }

  /** The hash of a password. */
  public String encoded(String password) {
    return Optional.ofNullable(encoder.encode(password)).orElseThrow();
  }

  /** Ends all other sessions of whoever asks. */
  public void endOthers(String name, HttpServletRequest request, HttpServletResponse response) {
    changes.endSessions(name, name);
    stay(name, request, response);
  }

  /** Whoever asks stays signed in here, although something has ended their sessions just now. */
  public void stay(String name, HttpServletRequest request, HttpServletResponse response) {
    SignedIn person = stores.people().find(name).map(current()::renewed).orElseThrow();
    stores.signIn().sessions().renew(person.session(), person.version());
    request.changeSessionId();
    Entrance.goOn(person, request, response);
  }

  /** Where whoever asks is signed in. */
  public List<Session> all(String name) {
    return stores.signIn().sessions().of(name, clock.instant().minus(SignedIn.LONGEST));
  }

  /** Ends one session of whoever asks; false where they have none such. */
  public boolean end(String name, UUID session) {
    return stores.signIn().sessions().end(session, name);
  }

  /** By which the session is known in which this is asked. */
  public UUID here() {
    return current().session();
  }

  private static SignedIn current() {
    Authentication caller = SecurityContextHolder.getContext().getAuthentication();
    if (caller != null && caller.getPrincipal() instanceof SignedIn person) {
      return person;
    }
    throw new IllegalStateException("behind the login");
  }
}
