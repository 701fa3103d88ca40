package org.dunlin.console.page;

import org.dunlin.console.words.Words;
import org.dunlin.core.dunning.Risk;
import org.dunlin.core.dunning.RiskLevel;

/** How risky a customer is, in the reader's words. */
public final class RiskWords {
  private RiskWords() {}

  /** A level. */
  public static String level(RiskLevel level, Words words) {
    return switch (level) {
      case LOW -> words.say("customers.risk.low");
      case MEDIUM -> words.say("customers.risk.medium");
      case HIGH -> words.say("customers.risk.high");
      case UNKNOWN -> words.say("customers.risk.unknown");
    };
  }

  /** One thing that was looked at. */
  public static String reason(Risk.Reason reason, Words words) {
    return switch (reason.about()) {
      case DAYS_LATE -> words.say("customers.risk.days-late", reason.number());
      case OVERDUE -> words.say("customers.risk.overdue", reason.number());
      case BROKEN_PROMISES -> words.say("customers.risk.broken", reason.number());
      case PAID -> words.say("customers.risk.paid", reason.number());
    };
  }
}
