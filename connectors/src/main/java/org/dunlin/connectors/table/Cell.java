package org.dunlin.connectors.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What stands in one column of one row, with its type. */
public sealed interface Cell {
  /** Words; empty where nothing is known. */
  record Text(String text) implements Cell {}

  /** An amount; its currency stands in a column of its own. */
  record Amount(Money amount) implements Cell {}

  /** A number with its decimals. */
  record Count(BigDecimal number) implements Cell {}

  /** A day. */
  record Day(LocalDate day) implements Cell {}

  /** The cell of a value: money, a day, a number, or else words; empty of nothing. */
  static Cell of(@Nullable Object value) {
    return switch (value) {
      case null -> new Text("");
      case Money amount -> new Amount(amount);
      case LocalDate day -> new Day(day);
      case BigDecimal number -> new Count(number);
      case Number number -> new Count(BigDecimal.valueOf(number.longValue()));
      default -> new Text(value.toString());
    };
  }
}
