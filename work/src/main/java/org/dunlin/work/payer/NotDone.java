package org.dunlin.work.payer;

import org.dunlin.core.agreement.ArrangementRules.Breach;
import org.dunlin.work.dialogue.Refusal;

/** What a payer sent was not carried out; nothing was changed. */
public final class NotDone extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why not, as the page has words for it. */
  public enum Reason {
    /** The form is not of this page, or it was open for too long. */
    OLD_FORM,
    /** One of the invoices is not there, is another's, or nothing is open of it. */
    NOT_OPEN,
    /** The invoices are not of one currency. */
    OTHER_CURRENCY,
    /** No amount, or none that can be paid. */
    WRONG_AMOUNT,
    /** More than is open. */
    MORE_THAN_OPEN,
    /** The company takes the whole amount and no part. */
    NO_PARTS,
    /** So much of the invoice is contested already. */
    CONTESTED,
    /** So many disputes over the invoice are open that another would help nobody. */
    TOO_MANY_DISPUTES,
    /** The day is past, or none. */
    PAST_DAY,
    /** The day is further away than the company agrees to. */
    TOO_FAR,
    /** The company does not take promises here. */
    NO_PROMISES,
    /** A day is promised for one of the invoices already. */
    PROMISED_ALREADY,
    /** An earlier promise was not kept. */
    BROKEN_BEFORE,
    /** An arrangement over one of the invoices stands or waits for an answer. */
    ARRANGED_ALREADY,
    /** More instalments than the company agrees to. */
    TOO_MANY,
    /** It takes longer than the company agrees to. */
    TOO_LONG,
    /** An instalment is less than the company agrees to. */
    TOO_SMALL,
    /** Nothing was said. */
    NO_WORDS,
    /** It is longer than 4000 characters. */
    TOO_LONG_WORDS,
    /** It has characters that cannot be shown. */
    WRONG_CHARACTERS,
    /** It is the same as before. */
    NOTHING_NEW,
    /** That is no IBAN of an account that can be debited. */
    WRONG_IBAN,
    /** Nobody is said whose account it is, or by too long a name. */
    WRONG_HOLDER,
    /** It was not agreed to. */
    NOT_AGREED,
    /** That is no e-mail address. */
    WRONG_EMAIL,
    /** More files than go along at once. */
    TOO_MANY_FILES,
    /** More documents than are taken of one customer in a day. */
    TOO_MANY_PAPERS,
    /** A file is too large. */
    TOO_LARGE_FILE,
    /** A file is neither a PDF nor a picture. */
    WRONG_FILE
  }

  private final Reason reason;

  /** For this reason. */
  public NotDone(Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Why not. */
  public Reason reason() {
    return reason;
  }

  static void unless(boolean holds, Reason otherwise) {
    if (!holds) {
      throw new NotDone(otherwise);
    }
  }

  static NotDone of(Breach breach) {
    return of(Refusal.valueOf(breach.name()));
  }

  /** The same as the dialogue says it. */
  static NotDone of(Refusal refusal) {
    return new NotDone(
        switch (refusal) {
          case NO_CUSTOMER, NO_INVOICE, NOT_THERE, ENDED -> Reason.NOT_OPEN;
          case OTHER_CURRENCY -> Reason.OTHER_CURRENCY;
          case WRONG_AMOUNT, NO_AMOUNT, OTHER_SUM, WRONG_RULES -> Reason.WRONG_AMOUNT;
          case MORE_THAN_OPEN -> Reason.MORE_THAN_OPEN;
          case CONTESTED -> Reason.CONTESTED;
          case PAST_DAY, IN_THE_PAST, NOT_IN_ORDER -> Reason.PAST_DAY;
          case TOO_FAR, NO_SUCH_DAY -> Reason.TOO_FAR;
          case NO_WORDS -> Reason.NO_WORDS;
          case TOO_LONG_WORDS -> Reason.TOO_LONG_WORDS;
          case WRONG_CHARACTERS -> Reason.WRONG_CHARACTERS;
          case TOO_MANY -> Reason.TOO_MANY;
          case TOO_LONG -> Reason.TOO_LONG;
          case TOO_SMALL -> Reason.TOO_SMALL;
        });
  }

  /** The same as mandates say it; what a customer cannot mend is a form that does not fit. */
  static NotDone of(org.dunlin.work.debit.Refusal refusal) {
    return new NotDone(
        switch (refusal) {
          case WRONG_IBAN, NOT_IN_SEPA -> Reason.WRONG_IBAN;
          case NO_HOLDER -> Reason.WRONG_HOLDER;
          default -> Reason.OLD_FORM;
        });
  }
}
