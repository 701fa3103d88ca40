package org.dunlin.console;

import org.dunlin.console.login.SignInRules;
import org.dunlin.work.access.SecondFactorDuty;

/** What the settings of the hub say of signing in, until a test says otherwise. */
final class SomeRules implements SignInRules {
  private volatile SecondFactorDuty duty = SecondFactorDuty.OPTIONAL;

  private volatile boolean passwords = true;

  @Override
  public SecondFactorDuty duty() {
    return duty;
  }

  @Override
  public boolean passwords() {
    return passwords;
  }

  /** Does something while passwords are switched off. */
  void withoutPasswords(Runnable test) {
    passwords = false;
    try {
      test.run();
    } finally {
      passwords = true;
    }
  }

  /** Does something while this is the duty. */
  void during(SecondFactorDuty other, Runnable test) {
    duty = other;
    try {
      test.run();
    } finally {
      duty = SecondFactorDuty.OPTIONAL;
    }
  }
}
