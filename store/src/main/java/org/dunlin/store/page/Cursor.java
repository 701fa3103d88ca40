package org.dunlin.store.page;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * A place in a list: the values of the columns that order it. Its text goes to readers, who may
 * bring back anything.
 *
 * @param values without line ends
 */
public record Cursor(List<String> values) {
  private static final int LONGEST = 1000;
  private static final int DATE = "yyyy-MM-dd".length();

  public Cursor {
    values = List.copyOf(values);
  }

  /** The place of an item with these values. */
  public static Cursor at(Object... values) {
    return new Cursor(List.of(values).stream().map(String::valueOf).toList());
  }

  /**
   * The place that a reader brought back.
   *
   * @throws WrongCursor when it is not one that a list gave
   */
  public static Cursor read(String text) {
    if (text.length() > LONGEST) {
      throw new WrongCursor();
    }
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      return new Cursor(List.of(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
    } catch (IllegalArgumentException e) {
      throw new WrongCursor();
    }
  }

  /** As it stands in an address. */
  public String text() {
    byte[] bytes = String.join("\n", values).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** One of the values, as text. */
  public String string(int index) {
    return as(index, value -> value);
  }

  /** One of the values, as a date of a year with four digits. */
  public LocalDate date(int index) {
    return as(index, value -> LocalDate.parse(value.substring(0, DATE)));
  }

  /** One of the values, as a moment. */
  public Instant instant(int index) {
    return as(index, Instant::parse);
  }

  /** One of the values, as an id. */
  public UUID id(int index) {
    return as(index, UUID::fromString);
  }

  /** One of the values, as a number. */
  public long number(int index) {
    return as(index, Long::valueOf);
  }

  /** One of the values, as an amount. */
  public BigDecimal decimal(int index) {
    return as(index, value -> amount(new BigDecimal(value)));
  }

  /** Not one that is as long in a table as its exponent is large. */
  private static BigDecimal amount(BigDecimal value) {
    if (Math.abs(value.scale()) > LONGEST) {
      throw new WrongCursor();
    }
    return value;
  }

  private <T> T as(int index, Function<String, T> reading) {
    try {
      return reading.apply(values.get(index));
    } catch (RuntimeException e) {
      throw new WrongCursor();
    }
  }
}
