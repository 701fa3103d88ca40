package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dunlin.connectors.jslt.Named.WrongArgument;
import org.jspecify.annotations.Nullable;

/**
 * What functions are given. Nothing is null, an empty text, and false, as some programs write it.
 */
final class Arguments {
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?");
  private static final int MOST_DIGITS = 60;

  private Arguments() {}

  static boolean nothing(JsonNode value) {
    return value.isNull()
        || value.isMissingNode()
        || (value.isBoolean() && !value.booleanValue())
        || (value.isTextual() && value.textValue().isBlank());
  }

  /** A decimal, of a number or a text; null of nothing. */
  static @Nullable BigDecimal decimal(JsonNode value) {
    if (nothing(value)) {
      return null;
    }
    BigDecimal decimal;
    if (value.isNumber()) {
      decimal = value.decimalValue();
    } else if (value.isTextual() && DECIMAL.matcher(value.textValue().strip()).matches()) {
      decimal = new BigDecimal(value.textValue().strip());
    } else {
      throw new WrongArgument("a decimal such as 1210.10 or \"1210.10\"", value);
    }
    // a scale such as that of 1e-999999999 would take for ever to write
    if (decimal.precision() > MOST_DIGITS || Math.abs((long) decimal.scale()) > MOST_DIGITS) {
      throw new WrongArgument("a decimal of at most " + MOST_DIGITS + " digits", value);
    }
    return decimal;
  }

  /** A whole number; null of nothing. */
  static @Nullable Long whole(JsonNode value) {
    BigDecimal decimal = decimal(value);
    if (decimal == null) {
      return null;
    }
    try {
      return decimal.longValueExact();
    } catch (ArithmeticException e) {
      throw new WrongArgument("a whole number", value);
    }
  }

  /** A text, or a number as text; null of nothing. */
  static @Nullable String text(JsonNode value) {
    if (nothing(value)) {
      return null;
    }
    if (value.isTextual()) {
      return value.textValue();
    }
    if (value.isNumber()) {
      BigDecimal decimal = decimal(value);
      return decimal == null ? null : decimal.toPlainString();
    }
    throw new WrongArgument("a text", value);
  }

  /** A decimal as text without zeros at its end; null of nothing. */
  static @Nullable JsonNode written(@Nullable BigDecimal decimal) {
    return decimal == null ? null : TextNode.valueOf(plain(decimal));
  }

  static @Nullable JsonNode written(@Nullable String text) {
    return text == null || text.isEmpty() ? null : TextNode.valueOf(text);
  }

  private static String plain(BigDecimal decimal) {
    BigDecimal stripped = decimal.stripTrailingZeros();
    return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
  }
}
