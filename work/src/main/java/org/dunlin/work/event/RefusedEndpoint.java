package org.dunlin.work.event;

/** That a program cannot be told what happens as it was asked for; says why, as a sentence. */
public final class RefusedEndpoint extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  RefusedEndpoint(Reason reason, String sentence) {
    super(sentence, null, false, false);
    this.reason = reason;
  }

  /** What is not right. */
  public enum Reason {
    /** The name is empty, too long or of several lines. */
    NAME,
    /** The address is none. */
    ADDRESS,
    /** The address is not one of https. */
    PLAIN,
    /** The address leads into a private network. */
    INSIDE,
    /** Nothing is to be told. */
    KINDS,
    /** The company tells as many programs as it may. */
    MANY
  }

  /** What is not right. */
  public Reason reason() {
    return reason;
  }

  /** The field that is not right, as the API calls it. */
  public String field() {
    return switch (reason) {
      case NAME -> "name";
      case ADDRESS, PLAIN, INSIDE, MANY -> "address";
      case KINDS -> "kinds";
    };
  }
}
