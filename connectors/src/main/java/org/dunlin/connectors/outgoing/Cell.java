package org.dunlin.connectors.outgoing;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What stands in one column of one line, before it is written in the style of a file. */
sealed interface Cell {
  /** Words; empty where nothing is known. */
  record Text(String text) implements Cell {}

  /** An amount without its currency, below zero where it is taken back. */
  record Amount(Money amount) implements Cell {}

  /** A day. */
  record Day(LocalDate day) implements Cell {}

  static Cell of(@Nullable Object value) {
    return switch (value) {
      case null -> new Text("");
      case Money amount -> new Amount(amount);
      case LocalDate day -> new Day(day);
      default -> new Text(value.toString());
    };
  }
}
