package org.dunlin.work.rollout;

/** What is to be seen to before a company goes a step further. */
public enum Point {
  ACCOUNTS_KNOWN(Rung.TEST, false, "say which accounts are its own"),
  INVOICES_THERE(Rung.TEST, false, "bring in its open invoices"),
  TEST_MAILBOX(Rung.TEST, false, "say its test mailbox"),
  MAIL_LEAVES(Rung.TEST, false, "set up a mail server with a sender"),
  TEMPLATES_LOOKED_AT(Rung.TEST, true),
  REPLY_TO(Rung.GROUP, false),
  BANK_READ(Rung.GROUP, false, "bring in its bank statements to the last banking day"),
  TIES_OUT(Rung.GROUP, false, "find out why its ledger does not tie out"),
  PROGRAMS_TIE_OUT(Rung.GROUP, false),
  DUE_DATES(Rung.GROUP, false, "correct due dates that are missing or cannot be"),
  REACHABLE(Rung.GROUP, false),
  NOTHING_REFUSED(Rung.GROUP, false),
  DUPLICATES_RESOLVED(Rung.GROUP, false),
  SUGGESTIONS_DECIDED(Rung.GROUP, false),
  BACK_TESTED(Rung.GROUP, true),
  TEST_MESSAGE_RECEIVED(Rung.GROUP, true, "receive and read a test message, and tick it"),
  FIRST_REMINDERS_REVIEWED(Rung.GROUP, true, "review the first reminders, and tick it"),
  BACKED_UP(Rung.GROUP, false),
  GROUP_CHOSEN(Rung.GROUP, false),
  GROUP_WATCHED(Rung.ALL, true),
  NOTHING_UNKNOWN(Rung.ALL, false, "settle what is unknown or contradicted");

  private final Rung before;
  private final boolean person;
  private final String remedy;

  /** What is good practice. */
  Point(Rung before, boolean person) {
    this(before, person, "");
  }

  /** What its step waits for. */
  Point(Rung before, boolean person, String remedy) {
    this.before = before;
    this.person = person;
    this.remedy = remedy;
  }

  /** The step before which it is to be seen to. */
  public Rung before() {
    return before;
  }

  /** Whether that step waits for it; else it is good practice. */
  public boolean blocks() {
    return !remedy.isEmpty();
  }

  /** Whether only a person can say that it is done. */
  public boolean person() {
    return person;
  }

  /** What is to be done where it blocks, as part of a sentence; empty where it does not. */
  String remedy() {
    return remedy;
  }
}
