package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.dunlin.connectors.jslt.Named.WrongArgument;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/** Amounts, computed in decimals and written as text. */
final class AmountFunctions {
  private static final int MOST_ARGUMENTS = 64;

  private AmountFunctions() {}

  static List<Function> all() {
    return List.of(
        new Named("money", 1, 1, given -> Arguments.written(Arguments.decimal(given[0]))),
        new Named("number", 1, 2, AmountFunctions::number),
        new Named("decimal", 1, 1, AmountFunctions::number),
        new Named("sum", 1, 1, AmountFunctions::sum),
        new Named("divide", 3, 3, AmountFunctions::divide),
        new Named("minor", 2, 2, AmountFunctions::minor),
        new Named("to-minor", 2, 2, AmountFunctions::toMinor),
        new Named("plus", 1, MOST_ARGUMENTS, given -> folded(given, BigDecimal::add)),
        new Named("minus", 2, 2, AmountFunctions::minus),
        new Named("times", 2, 2, AmountFunctions::times),
        one("negate", BigDecimal::negate),
        one("absolute", BigDecimal::abs),
        test("positive", amount -> amount.signum() > 0),
        test("zero", amount -> amount.signum() == 0),
        new Named("less", 2, 2, given -> compared(given, sign -> sign < 0)),
        new Named("equal", 2, 2, given -> compared(given, sign -> sign == 0)));
  }

  private static Named one(String name, UnaryOperator<BigDecimal> operation) {
    return new Named(
        name,
        1,
        1,
        given -> {
          BigDecimal amount = Arguments.decimal(given[0]);
          return Arguments.written(amount == null ? null : operation.apply(amount));
        });
  }

  private static Named test(String name, Predicate<BigDecimal> test) {
    return new Named(
        name,
        1,
        1,
        given -> {
          BigDecimal amount = Arguments.decimal(given[0]);
          return BooleanNode.valueOf(amount != null && test.test(amount));
        });
  }

  /** The exact number, as JSON has it; JSLT's own would go through binary floating point. */
  private static @Nullable JsonNode number(JsonNode[] given) {
    try {
      BigDecimal number = Arguments.decimal(given[0]);
      return number == null ? null : exact(number);
    } catch (WrongArgument e) {
      if (given.length > 1) {
        return given[1];
      }
      throw e;
    }
  }

  private static JsonNode exact(BigDecimal number) {
    try {
      return LongNode.valueOf(number.longValueExact());
    } catch (ArithmeticException e) {
      return DecimalNode.valueOf(number);
    }
  }

  private static @Nullable JsonNode minor(JsonNode[] given) {
    BigDecimal whole = Arguments.decimal(given[0]);
    return Arguments.written(whole == null ? null : whole.movePointLeft(digits(given[1])));
  }

  private static @Nullable JsonNode toMinor(JsonNode[] given) {
    BigDecimal amount = Arguments.decimal(given[0]);
    if (amount == null) {
      return null;
    }
    try {
      return LongNode.valueOf(amount.movePointRight(digits(given[1])).longValueExact());
    } catch (ArithmeticException e) {
      throw new WrongArgument("an amount with no more decimals than its currency has", given[0]);
    }
  }

  private static int digits(JsonNode currency) {
    String code = Arguments.text(currency);
    if (code == null) {
      throw new WrongArgument("an ISO 4217 currency such as EUR", currency);
    }
    try {
      return CurrencyUnit.of(code.strip().toUpperCase(Locale.ROOT)).getDecimalPlaces();
    } catch (IllegalCurrencyException e) {
      throw new WrongArgument("an ISO 4217 currency such as EUR", currency);
    }
  }

  private static @Nullable JsonNode folded(JsonNode[] given, BinaryOperator<BigDecimal> operation) {
    BigDecimal result = null;
    for (JsonNode each : given) {
      BigDecimal amount = Arguments.decimal(each);
      if (amount != null) {
        result = result == null ? amount : operation.apply(result, amount);
      }
    }
    return Arguments.written(result);
  }

  /** Of a list. */
  private static @Nullable JsonNode sum(JsonNode[] given) {
    if (given[0].isNull()) {
      return null;
    }
    if (!given[0].isArray()) {
      throw new WrongArgument("a list of amounts", given[0]);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode each : given[0]) {
      BigDecimal amount = Arguments.decimal(each);
      sum = amount == null ? sum : sum.add(amount);
    }
    return Arguments.written(sum);
  }

  /** Rounded half up to the digits of the currency. */
  private static @Nullable JsonNode divide(JsonNode[] given) {
    BigDecimal amount = Arguments.decimal(given[0]);
    BigDecimal by = Arguments.decimal(given[1]);
    if (amount == null || by == null) {
      return null;
    }
    if (by.signum() == 0) {
      throw new WrongArgument("a divisor other than zero", given[1]);
    }
    return Arguments.written(amount.divide(by, digits(given[2]), RoundingMode.HALF_UP));
  }

  private static @Nullable JsonNode minus(JsonNode[] given) {
    BigDecimal from = Arguments.decimal(given[0]);
    BigDecimal less = Arguments.decimal(given[1]);
    return Arguments.written(from == null || less == null ? from : from.subtract(less));
  }

  private static @Nullable JsonNode times(JsonNode[] given) {
    BigDecimal left = Arguments.decimal(given[0]);
    BigDecimal right = Arguments.decimal(given[1]);
    return Arguments.written(left == null || right == null ? null : left.multiply(right));
  }

  private static JsonNode compared(JsonNode[] given, Predicate<Integer> test) {
    BigDecimal left = Arguments.decimal(given[0]);
    BigDecimal right = Arguments.decimal(given[1]);
    return BooleanNode.valueOf(left != null && right != null && test.test(left.compareTo(right)));
  }
}
