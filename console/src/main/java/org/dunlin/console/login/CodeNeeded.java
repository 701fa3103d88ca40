package org.dunlin.console.login;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and is not all that is asked: nobody is signed in by it alone. */
public final class CodeNeeded extends AuthenticationException {
  private static final long serialVersionUID = 1;

  private final HalfIn half;

  CodeNeeded(HalfIn half) {
    super("a code is needed, too");
    this.half = half;
  }

  HalfIn half() {
    return half;
  }
}
