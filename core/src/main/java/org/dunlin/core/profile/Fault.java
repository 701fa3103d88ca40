package org.dunlin.core.profile;

/** What can be wrong with a field, as a sentence that says what would be right. */
public enum Fault {
  MISSING("This is needed; fill it in."),
  NOT_AN_ID(
      "An id is 1 to 40 small letters, digits, dots, hyphens and underscores, and begins with a"
          + " letter or digit, as in acme."),
  NOT_A_NAME("A name is one line of at most 140 characters."),
  NOT_A_COUNTRY("“{0}” is no country of ISO 3166; give its two letters, as in NL."),
  NOT_A_TIME_ZONE("“{0}” is no time zone; give one as in Europe/Amsterdam."),
  NOT_A_LANGUAGE(
      "The hub writes in en, nl, de and fr, and not in “{0}”; choose one of these, or none."),
  NOT_A_CURRENCY("“{0}” is no currency of ISO 4217; give its three letters, as in EUR."),
  NOT_AN_IBAN(
      "“{0}” is no IBAN: a letter or digit is wrong or missing. An account that has none is written"
          + " as its number, or as scheme and number, as in BBAN:12345678."),
  TWICE("“{0}” stands here twice; leave one out."),
  ACCOUNT_OF_ANOTHER(
      "Account {0} is that of another company of this hub; an account belongs to one company, so"
          + " whoever may see that company takes it away there first."),
  ACCOUNT_ADDED_FOR_ONE(
      "A token of one company adds no account such as {0}: its statements would be handed over to"
          + " that company. An administrator can add it, or a token for all companies."),
  NOT_A_CREDITOR_IDENTIFIER(
      "“{0}” is no SEPA creditor identifier. Copy it from the letter"
          + " of your bank, as in DE98ZZZ09999999999."),
  NOT_A_TRUTH("“{0}” is neither true nor false; say one of them, or nothing."),
  NOT_DAYS("“{0}” is no payment term; give a whole number of days from 0 to 365, as in 30."),
  NOT_A_TOLERANCE(
      "“{0}” is no tolerance; give a currency and an amount that is not negative, as in EUR 5.00."),
  NOT_A_SHARE("“{0}” is no confidence; give a number from 0 to 1, as in 0.99."),
  NOT_A_CONNECTION(
      "The company has no connection “{0}”; name one of its connections, or leave this empty."),
  NOT_AN_ADDRESS("“{0}” is not one e-mail address, as in receivables@example.com."),
  TEST_NEEDS_MAILBOX("Test mode sends everything to the test mailbox; give its address."),
  NOT_A_COLOR("“{0}” is no colour; give # and six hexadecimal digits, as in #1f4e79."),
  NOT_A_LOGO("A logo is a PNG or JPEG picture of at most 200 KB and 4000 pixels each way; {0}."),
  NOT_A_MODE("“{0}” is no mode; it is SHADOW, TEST or LIVE.");

  private final String sentence;

  Fault(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
