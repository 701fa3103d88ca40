package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who said the right password and nothing else yet. It is kept in a session in which
 * nobody is signed in.
 *
 * @param version of what ends their sessions
 * @param since when the password was said
 */
record HalfIn(String name, long version, Instant since) implements Serializable {
  /** How long the password is worth something without the code. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  private static final long serialVersionUID = 1;
  private static final String ATTRIBUTE = HalfIn.class.getName();

  /** Keeps it in a session under another id than the one that was known before. */
  void keep(HttpServletRequest request) {
    HttpSession session = request.getSession();
    request.changeSessionId();
    session.setAttribute(ATTRIBUTE, this);
  }

  /** Who is half in. */
  static Optional<HalfIn> of(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    return session != null
            && session.getAttribute(ATTRIBUTE) instanceof HalfIn half
            && now.isBefore(half.since.plus(LONGEST))
        ? Optional.of(half)
        : Optional.empty();
  }

  /** Nobody is any more. */
  static void forget(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.removeAttribute(ATTRIBUTE);
    }
  }
}
