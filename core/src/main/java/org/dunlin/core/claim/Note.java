package org.dunlin.core.claim;

import java.util.Arrays;
import java.util.List;

/**
 * Something that a person should know of a computation.
 *
 * @param values what the kind says, in its order: days as {@code yyyy-MM-dd}, amounts as {@code EUR
 *     40.00}, provisions and rates as they stand in claims
 */
public record Note(Kind kind, List<String> values) {
  /** What is said. */
  public enum Kind {
    /** Not late before a day. */
    NOT_LATE,
    /** All was paid by a day, the last on which it was in time. */
    PAID_IN_TIME,
    /** A provision gives interest only after a formal notice, and none is known. */
    INTEREST_NEEDS_NOTICE,
    /** A provision gives interest from a day on only. */
    INTEREST_FROM,
    /** A provision gives costs only after a letter with so many full days, and none is known. */
    COSTS_NEED_LETTER,
    /** A provision gives costs from a day, if the day before passes without payment: how much. */
    COSTS_FROM,
    /** What was received on a day counts for nothing, since the debt was late only from another. */
    REMINDER_TOO_EARLY,
    /** All was paid within the days that a letter gave, up to a day: a provision gives no costs. */
    PAID_IN_FREE_DAYS,
    /** A provision's rate, which is used, is to be verified; from and to which day. */
    RATE_TO_VERIFY,
    /** The provision that lets no agreed fee stand beside what it grants. */
    FEE_REFUSED,
    /** A provision caps the agreed rate. */
    RATE_CAPPED,
    /** More was paid than the principal: how much more. */
    OVERPAID,
    /** Interest on interest lacks days whose rate is missing. */
    COMPOUNDING_INCOMPLETE
  }

  /** Keeps its values. */
  public Note {
    values = List.copyOf(values);
  }

  static Note of(Kind kind, Object... values) {
    return new Note(kind, Arrays.stream(values).map(Object::toString).toList());
  }
}
