package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.dunlin.sandbox.program.Json;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and moments as Mollie writes and reads them. */
final class MollieJson {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");
  private static final int FINE = 4;

  private MollieJson() {}

  static String moment(Instant instant) {
    return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
  }

  static void moment(ObjectNode node, String name, @Nullable Instant instant) {
    if (instant == null) {
      node.putNull(name);
    } else {
      node.put(name, moment(instant));
    }
  }

  static ObjectNode amount(Money money) {
    return Json.object()
        .put("currency", money.getCurrencyUnit().getCode())
        .put("value", money.getAmount().toPlainString());
  }

  /** With four decimals, as the parts of a settlement have it. */
  static ObjectNode fine(CurrencyUnit currency, BigDecimal value) {
    return Json.object()
        .put("currency", currency.getCode())
        .put("value", value.setScale(FINE).toPlainString());
  }

  /** The text of a field, where it has one that is not blank. */
  static Optional<String> text(JsonNode node, String name) {
    return Optional.of(node.path(name).asText("")).filter(t -> !t.isBlank() && !t.equals("null"));
  }

  /**
   * An amount above nothing.
   *
   * @throws MollieFault when it is none
   */
  static Money amount(JsonNode node, String field) {
    if (!node.isObject()) {
      throw MollieFault.missing(field);
    }
    String value = node.path("value").asText("");
    CurrencyUnit currency;
    try {
      currency = CurrencyUnit.of(node.path("currency").asText(""));
    } catch (IllegalArgumentException e) {
      throw MollieFault.unprocessable("The currency is not supported", field + ".currency");
    }
    String digits =
        currency.getDecimalPlaces() == 0 ? "" : "\\.\\d{" + currency.getDecimalPlaces() + "}";
    if (!node.path("value").isTextual() || !value.matches("\\d{1,9}" + digits)) {
      throw MollieFault.unprocessable("The amount contains an invalid value", field + ".value");
    }
    Money money = Money.of(currency, new BigDecimal(value));
    if (!money.isPositive()) {
      throw MollieFault.unprocessable("The amount is lower than the minimum", field);
    }
    return money;
  }
}
