package org.dunlin.work.account;

/** Why a statement of account does not go by e-mail; nothing was done. */
public final class NotMailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The reasons. */
  public enum Reason {
    /** The customer has no e-mail address. */
    NO_ADDRESS("The customer has no e-mail address."),
    /** A server refused messages to it for good. */
    ADDRESS_REFUSED("Messages to the customer's address were refused for good."),
    /** It does not fit a letter. */
    TOO_LONG(
        "A letter has at most "
            + AccountFile.MOST_ON_PAPER
            + " movements; choose a shorter period."),
    /** Nothing moved and nothing is open. */
    NOTHING("There is nothing to state: nothing moved, and nothing is open.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  NotMailed(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  static void unless(boolean fine, Reason reason) {
    if (!fine) {
      throw new NotMailed(reason);
    }
  }

  /** Which of them it is. */
  public Reason reason() {
    return reason;
  }
}
