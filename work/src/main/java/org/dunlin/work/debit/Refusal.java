package org.dunlin.work.debit;

/** Why something that was said of mandates or collections does not stand. */
public enum Refusal {
  NO_CUSTOMER("The company has no such customer."),
  NO_CREDITOR(
      "The company has no creditor identifier; fill in the one that its bank gave in the company's"
          + " settings."),
  WRONG_CREDITOR(
      "The check digits of the company's creditor identifier do not hold; correct it in the"
          + " company's settings."),
  WRONG_IBAN("That is no IBAN: its check digits do not hold; copy it from a statement."),
  NOT_IN_SEPA("Accounts of that country cannot be debited by SEPA; name another account."),
  WRONG_BIC("A BIC has 8 or 11 letters and digits, as in ABNANL2A; leave it out if in doubt."),
  NO_HOLDER("Say whose account it is, in at most 70 characters."),
  WRONG_REFERENCE(
      "A mandate reference has 1 to 35 letters, digits and +?/:().,'- without blanks, and no slash"
          + " at either end."),
  TAKEN("Another mandate of the company has this reference; give each one of its own."),
  NOT_A_BUSINESS(
      "B2B is for businesses alone, and the customer is not known to be one; use CORE, or say so of"
          + " the customer in its program."),
  NOT_SIGNED_YET("The day of the signature is to come; name the day on which it was signed."),
  LAPSED(
      "Nothing was collected by it for 36 months, so it is no longer good; have a new one signed."),
  NOT_THERE("There is nothing of this kind with this id."),
  ENDED("It has ended or was decided meanwhile; read it again."),
  SAME("That is what it says already."),
  WRONG_RULES("Notice is given 1 to 60 days ahead, and it is tried again 0 to 5 times."),
  NOT_LIVE("The company is not live, so nobody is debited; switch it to live first."),
  FACTS_TO_COME(
      "Something has come in that is not yet taken into account; wait a moment and approve it again."),
  NOT_COVERED(
      "An account is not covered by statements up to the last banking day, so what was paid is not"
          + " known; bring the missing statements and approve it then."),
  NOT_READ(
      "The program of an invoice in it was not read lately, so what was paid is not known; have it"
          + " read and approve it then."),
  NOTHING_LEFT("Nothing is left to collect of it; all was paid, held or withdrawn."),
  NO_LANGUAGE_TEXT("Say what was agreed to; a signature without its text proves nothing."),
  TOO_LONG("The file has more than 20,000 rows; cut it into several.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong and what to do, in English. */
  public String sentence() {
    return sentence;
  }
}
