package org.dunlin.work.access;

/** That no token or hook can be made as it was asked for; says why, as a sentence. */
public final class RefusedToken extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  RefusedToken(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  /** What is not right. */
  public enum Reason {
    /** The name is empty, too long or of several lines. */
    NAME,
    /** Nothing is allowed. */
    SCOPE,
    /** There is no such company. */
    COMPANY,
    /** There is no such connection. */
    CONNECTION,
    /** It would be expired already. */
    PAST,
    /** It would expire so late that nobody will look at it again. */
    FAR,
    /** There is one of this name. */
    TAKEN
  }

  /** What is not right. */
  public Reason reason() {
    return reason;
  }
}
