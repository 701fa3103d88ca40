package org.dunlin.work.rollout;

/** What is to be seen to before a company goes a step further. */
public enum Point {
  ACCOUNTS_KNOWN(Rung.TEST, true, false),
  INVOICES_THERE(Rung.TEST, true, false),
  TEST_MAILBOX(Rung.TEST, true, false),
  MAIL_LEAVES(Rung.TEST, true, false),
  TEMPLATES_LOOKED_AT(Rung.TEST, false, true),
  REPLY_TO(Rung.GROUP, false, false),
  BANK_READ(Rung.GROUP, true, false),
  TIES_OUT(Rung.GROUP, true, false),
  PROGRAMS_TIE_OUT(Rung.GROUP, false, false),
  DUE_DATES(Rung.GROUP, true, false),
  REACHABLE(Rung.GROUP, false, false),
  NOTHING_REFUSED(Rung.GROUP, false, false),
  DUPLICATES_RESOLVED(Rung.GROUP, false, false),
  SUGGESTIONS_DECIDED(Rung.GROUP, false, false),
  BACK_TESTED(Rung.GROUP, false, true),
  TEST_MESSAGE_RECEIVED(Rung.GROUP, true, true),
  FIRST_REMINDERS_REVIEWED(Rung.GROUP, true, true),
  BACKED_UP(Rung.GROUP, false, false),
  GROUP_CHOSEN(Rung.GROUP, false, false),
  GROUP_WATCHED(Rung.ALL, false, true),
  NOTHING_UNKNOWN(Rung.ALL, true, false);

  private final Rung before;
  private final boolean blocks;
  private final boolean person;

  Point(Rung before, boolean blocks, boolean person) {
    this.before = before;
    this.blocks = blocks;
    this.person = person;
  }

  /** The step before which it is to be seen to. */
  public Rung before() {
    return before;
  }

  /** Whether that step waits for it; else it is good practice. */
  public boolean blocks() {
    return blocks;
  }

  /** Whether only a person can say that it is done. */
  public boolean person() {
    return person;
  }
}
