package org.dunlin.work.dialogue;

import org.dunlin.core.agreement.ArrangementRules.Breach;

/** Why something that was said does not stand. */
public enum Refusal {
  NO_CUSTOMER("The company has no such customer."),
  NO_INVOICE("One of the invoices is not there, is not the customer's, or nothing is open of it."),
  OTHER_CURRENCY("The invoices are not all in the currency of the amount; name those that are."),
  WRONG_AMOUNT("Give an amount above zero, with no more places than the currency has."),
  MORE_THAN_OPEN("That is more than is open; read it again."),
  CONTESTED("So much of the invoice is contested already; read it again."),
  PAST_DAY("That day is past; name today or a later one."),
  TOO_FAR("That day is more than a year away; name an earlier one."),
  NO_SUCH_DAY("That day is more than ten years away; name an earlier one."),
  NO_WORDS("Say why, in a sentence or two."),
  TOO_LONG_WORDS("That is too long; say it in at most 4000 characters."),
  WRONG_CHARACTERS("Leave out the control characters; they cannot be shown."),
  ENDED("It has ended or was decided meanwhile; read it again."),
  NOT_THERE("There is nothing of this kind with this id."),
  NO_AMOUNT("An arrangement has at least one instalment, and each is above zero."),
  NOT_IN_ORDER("Each instalment is due later than the one before."),
  IN_THE_PAST("The first instalment is due in the past; name today or a later day."),
  OTHER_SUM("The instalments are together not what is open of the invoices."),
  TOO_MANY("It has more instalments than the company agrees to."),
  TOO_LONG("It takes longer than the company agrees to."),
  TOO_SMALL("An instalment is less than the company agrees to."),
  WRONG_RULES("Give at least one instalment and one day, and an amount of zero or more.");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  /** What is wrong and what to do, in English. */
  public String sentence() {
    return sentence;
  }

  static Refusal of(Breach breach) {
    return valueOf(breach.name());
  }
}
