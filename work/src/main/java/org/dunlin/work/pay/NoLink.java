package org.dunlin.work.pay;

/** Why there can be no payment link for these invoices. */
public final class NoLink extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The reasons. */
  public enum Reason {
    /** There is no such customer. */
    NO_CUSTOMER("There is no such customer."),
    /** No invoice was named. */
    NO_INVOICE("A payment link is for at least one invoice."),
    /** One of them is not there, is another's, a credit note, or nothing is open of it. */
    NOT_OPEN("Not all of these are invoices of the customer of which something is open."),
    /** They are not of one currency. */
    OTHER_CURRENCY("The invoices of a payment link are of one currency; make one for each."),
    /** There is no such link. */
    NO_LINK("There is no such payment link."),
    /** The link is open no more. */
    ENDED("The payment link is open no more."),
    /** Nobody outside reaches this hub. */
    NO_ADDRESS(
        "Nobody outside reaches this hub, so that there is no page to pay at; set"
            + " dunlin.public.port and dunlin.public.url.");

    private final String sentence;

    Reason(String sentence) {
      this.sentence = sentence;
    }
  }

  private final Reason reason;

  NoLink(Reason reason) {
    super(reason.sentence);
    this.reason = reason;
  }

  static void unless(boolean fine, Reason reason) {
    if (!fine) {
      throw new NoLink(reason);
    }
  }

  /** Which of them it is. */
  public Reason reason() {
    return reason;
  }
}
