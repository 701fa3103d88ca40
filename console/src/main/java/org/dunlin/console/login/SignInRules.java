package org.dunlin.console.login;

import org.dunlin.work.access.SecondFactorDuty;

/** What the settings of the hub say of signing in. */
public interface SignInRules {
  /** Who must have a second factor. */
  SecondFactorDuty duty();

  /** Whether people sign in by passwords; else only those who were said to be local. */
  boolean passwords();
}
