package org.dunlin.console.page;

import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.view.Ageing;

/** What the pages call the values of the model. */
public final class Names {
  private Names() {}

  /** How far a company is switched on. */
  public static String of(DunningMode mode) {
    return switch (mode) {
      case SHADOW -> "Shadow";
      case TEST -> "Test";
      case LIVE -> "Live";
    };
  }

  /** What a mode means. */
  public static String meaning(DunningMode mode) {
    return switch (mode) {
      case SHADOW -> "decides, sends nothing";
      case TEST -> "sends everything to the test mailbox";
      case LIVE -> "sends to customers";
    };
  }

  /** By whose terms an invoice is due that does not say so itself. */
  public static String of(DueDateFrom from) {
    return switch (from) {
      case CUSTOMER -> "by the customer's terms";
      case COMPANY -> "by the company's terms";
      case LAW -> "by law";
    };
  }

  /** A class of the ageing. */
  public static String of(Ageing ageing) {
    return switch (ageing) {
      case NOT_DUE -> "Not yet due";
      case UP_TO_30 -> "1\u201330 days overdue";
      case UP_TO_60 -> "31\u201360 days overdue";
      case UP_TO_90 -> "61\u201390 days overdue";
      case OVER_90 -> "More than 90 days overdue";
    };
  }

  /** Why a reminder is held, as the rest of "held, since …". */
  public static String of(HoldReason reason) {
    return switch (reason) {
      case DISPUTE -> "the customer disputes it";
      case PROMISE -> "the customer has promised a date";
      case ARRANGEMENT -> "a payment arrangement is agreed";
      case PAYMENT_IN_FLIGHT -> "a payment is on its way";
      case PLAUSIBLE_PAYMENT -> "an unallocated payment may settle it";
      case STALE_SOURCE -> "bank statements up to the last banking day are missing";
      case MISSING_AT_SOURCE -> "its source no longer shows the invoice";
      case IDENTITY_UNCLEAR -> "it is not clear who the customer is";
      case NO_ADDRESS -> "there is no e-mail address that works";
      case CONTACT_POLICY -> "the customer was contacted only recently";
      case SHADOW -> "the company is in shadow mode";
      case STOPPED -> "everything that leaves the hub is stopped";
      case MANUAL -> "a person holds it";
    };
  }
}
