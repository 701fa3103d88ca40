package org.dunlin.work.access;

/** That somebody cannot be let in, or changed, as it was asked for; says why, as a sentence. */
public final class RefusedPerson extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  RefusedPerson(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  /** What is not right. */
  public enum Reason {
    /** The name is empty, too long, or has signs that no address has. */
    NAME,
    /** There is somebody of this name. */
    TAKEN,
    /** There is nobody of this name. */
    NOBODY,
    /** There is no such company. */
    COMPANY,
    /** Nobody would be left to administer the hub. */
    LAST,
    /** It is not one e-mail address. */
    EMAIL
  }

  /** What is not right. */
  public Reason reason() {
    return reason;
  }
}
