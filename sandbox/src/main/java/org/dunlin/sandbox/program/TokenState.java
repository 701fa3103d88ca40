package org.dunlin.sandbox.program;

/** What a program makes of an access token. */
public enum TokenState {
  GOOD,
  MISSING,
  EXPIRED,
  UNKNOWN
}
