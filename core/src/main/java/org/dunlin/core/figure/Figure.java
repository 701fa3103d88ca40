package org.dunlin.core.figure;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A figure, or why there is none; what is not known is never shown as 0. */
public sealed interface Figure {
  /**
   * It is known.
   *
   * @param value days or per cent, with one decimal, rounded half up
   */
  record Known(BigDecimal value) implements Figure {}

  /**
   * The hub has not followed the company for long enough.
   *
   * @param day the first on which it can be known
   */
  record NotBefore(LocalDate day) implements Figure {}

  /**
   * More is open than all sales that the hub knows of.
   *
   * @param day on or after which all those sales were made
   */
  record MoreThanSoldSince(LocalDate day) implements Figure {}

  /** Nothing was sold in the period, so that there is nothing to measure by. */
  record NothingSold() implements Figure {}
}
