package org.dunlin.work.rollout;

/** A reason for going on whatever is open that is longer than the journal takes. */
public final class ReasonTooLong extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  ReasonTooLong() {
    super("A reason has at most " + SwitchMode.LONGEST_REASON + " characters.");
  }
}
