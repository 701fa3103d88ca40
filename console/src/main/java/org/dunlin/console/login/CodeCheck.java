package org.dunlin.console.login;

import org.dunlin.work.access.SecondFactor;

/**
 * Checks codes. Wrong ones make the next wait as wrong passwords do, but are counted apart: a right
 * password makes forget no wrong code.
 */
final class CodeCheck {
  private final SecondFactor factor;
  private final LoginAttempts attempts;

  CodeCheck(SecondFactor factor, LoginAttempts attempts) {
    this.factor = factor;
    this.attempts = attempts;
  }

  /** What came of a code; words for each but the right one are in {@code factor.properties}. */
  enum Checked {
    RIGHT,
    WRONG,
    /** Too many were wrong before it. */
    WAIT,
    /** Too many come at this time. */
    BUSY
  }

  /**
   * Checks a code, or a recovery code, of somebody.
   *
   * @param address whence it comes
   */
  Checked check(String name, String said, String address) {
    String from = "code from " + address;
    String of = "code of " + name;
    return switch (begin(of, from)) {
      case EARLY -> Checked.WAIT;
      case CROWDED -> Checked.BUSY;
      case NOW -> {
        boolean right = false;
        try {
          right = factor.accept(name, said);
        } finally {
          attempts.end(of, from, right);
        }
        yield right ? Checked.RIGHT : Checked.WRONG;
      }
    };
  }

  private LoginAttempts.Turn begin(String of, String from) {
    try {
      return attempts.begin(of, from);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LoginAttempts.Turn.CROWDED;
    }
  }
}
