package org.dunlin.core.matching;

import java.math.BigDecimal;
import org.dunlin.core.model.Allocation;

/**
 * Which lines teach for whom an account pays: what a person or a program decided, and what names
 * the invoice so strongly, with its amount, that the account had no part in finding it. Learned
 * from less, an account would prove itself.
 */
public final class PayerLesson {
  /** Also of who is known to pay for another: that the account pays for several is to be known. */
  private static final BigDecimal STRONG = Confidence.NUMBER_EQUAL_OF_OTHER;

  private PayerLesson() {}

  /** Whether the line teaches something of the account that its payment came from. */
  public static boolean teaches(Allocation line) {
    return line.paymentId() != null
        && switch (line.decision()) {
          case CONFIRMED, MANUAL, BOOKED -> true;
          case AUTOMATIC -> strong(line);
          case SUGGESTED, CONFLICT -> false;
        };
  }

  private static boolean strong(Allocation line) {
    return line.rule() != null
        && switch (line.rule()) {
          case STRUCTURED_REFERENCE, DOCUMENT_NUMBER ->
              line.confidence() != null && line.confidence().compareTo(STRONG) >= 0;
          case KNOWN_PAYER, SCORE, RETURN -> false;
        };
  }
}
