package org.dunlin.work.pay;

import java.net.URI;

/** What came of a payer's wish to pay online. */
public sealed interface Started {
  /** The payer pays there. */
  record Redirect(URI to) implements Started {}

  /**
   * It does not go that way.
   *
   * @param sentence why, for those who read English; of what the provider says: its own words
   */
  record Refused(Why why, String sentence) implements Started {}

  /** Why not. */
  enum Why {
    /** The link is paid, expired or ended. */
    ENDED("The payment link is open no more."),
    /** An invoice is not the link's, or nothing is open of it. */
    NOT_OPEN("Not all of these are invoices of the link of which something is open."),
    /** It is no amount of the currency, or more than is open. */
    WRONG_AMOUNT("It is no amount of the invoices' currency, or more than is open of them."),
    /** Less than all, where the company does not want that. */
    PART("The company takes no part of an invoice here; pay all that is open of it."),
    /** Somebody has just paid the same. */
    BEING_PAID("It is being paid already; wait until that has come through."),
    /** The company debits the payer's account for one of them. */
    BEING_DEBITED(
        "One of these invoices is debited from the payer's account soon; pay the others."),
    /** The company has no provider that takes payments now. */
    NO_PROVIDER("The company has no payment provider that can be asked now; pay by transfer."),
    /** The provider did not take it. */
    PROVIDER("The payment provider did not take it."),
    /** The provider did not answer. */
    TRY_AGAIN("The payment provider does not answer now; try again in a moment.");

    private final String sentence;

    Why(String sentence) {
      this.sentence = sentence;
    }

    Refused refused() {
      return new Refused(this, sentence);
    }
  }
}
