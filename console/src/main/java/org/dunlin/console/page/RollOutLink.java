package org.dunlin.console.page;

import org.dunlin.work.rollout.Point;

/** Where a point of the roll-out is seen to. */
public final class RollOutLink {
  private RollOutLink() {}

  /** The path of its page, with what it asks for before the company. */
  public static String of(Point point) {
    return switch (point) {
      case ACCOUNTS_KNOWN, TEST_MAILBOX, REPLY_TO -> "/company?";
      case INVOICES_THERE, DUE_DATES -> "/invoices?";
      case MAIL_LEAVES, BACKED_UP -> "/settings?";
      case TEMPLATES_LOOKED_AT -> "/templates?";
      case BANK_READ, PROGRAMS_TIE_OUT -> "/connections?";
      case TIES_OUT -> "/payments?";
      case REACHABLE -> "/customers?";
      case NOTHING_REFUSED -> "/inbox?show=QUARANTINED&";
      case DUPLICATES_RESOLVED -> "/questions?";
      case SUGGESTIONS_DECIDED -> "/review?";
      case BACK_TESTED -> "/back-test?";
      case TEST_MESSAGE_RECEIVED, GROUP_WATCHED -> "/messages?";
      case FIRST_REMINDERS_REVIEWED -> "/messages/held?";
      case GROUP_CHOSEN -> "/plans?";
      case NOTHING_UNKNOWN -> "/tasks?";
    };
  }

  /** Whether that page is for administrators of the whole hub. */
  public static boolean ofHub(Point point) {
    return of(point).startsWith("/settings");
  }
}
