package org.dunlin.core.claim;

import java.time.LocalDate;
import org.dunlin.core.model.Channel;

/**
 * When a message counts as received, where a law counts days from its receipt. It is later than is
 * likely, since days that begin too soon give nothing (ECLI:NL:HR:2016:2704): an e-mail on the day
 * after it was sent, a letter on the fifth (in Belgium by law on the third working day, CEL XIX.2).
 */
public final class Receipt {
  private static final int EMAIL_DAYS = 1;
  private static final int LETTER_DAYS = 5;

  private Receipt() {}

  /** The day on which a message of this day counts as received. */
  public static LocalDate of(Channel channel, LocalDate sent) {
    return switch (channel) {
      case EMAIL, TEXT -> sent.plusDays(EMAIL_DAYS);
      case LETTER, CALL, HANDOVER -> sent.plusDays(LETTER_DAYS);
    };
  }
}
