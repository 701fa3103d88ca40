package org.dunlin.connectors.program;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A value that a placeholder stands for. */
public sealed interface Value {
  /** A text. */
  record Text(String text) implements Value {
    @Override
    public String plain() {
      return text;
    }
  }

  /** A number. */
  record Number(BigDecimal number) implements Value {
    @Override
    public String plain() {
      return number.toPlainString();
    }
  }

  /** True or false. */
  record Flag(boolean flag) implements Value {
    @Override
    public String plain() {
      return Boolean.toString(flag);
    }
  }

  /** A moment (UTC). */
  record Moment(Instant moment) implements Value {
    @Override
    public String plain() {
      return moment.toString();
    }
  }

  /** A day. */
  record Day(LocalDate day) implements Value {
    @Override
    public String plain() {
      return day.toString();
    }
  }

  /** How it is written where no filter says otherwise. */
  String plain();

  /** A text. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A whole number. */
  static Value of(long number) {
    return new Number(BigDecimal.valueOf(number));
  }

  /** A moment. */
  static Value of(Instant moment) {
    return new Moment(moment);
  }

  /** A day. */
  static Value of(LocalDate day) {
    return new Day(day);
  }
}
