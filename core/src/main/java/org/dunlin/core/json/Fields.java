package org.dunlin.core.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.WritableText;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, each asked for by name; what nobody asked for is an error at the
 * end. What the readers of the records ask for is the canonical form: its schema is made by asking
 * in the same way and noting the questions.
 */
class Fields {
  private static final int MOST_DECIMALS = 10;
  private static final Collector<CharSequence, ?, String> COMMAS = Collectors.joining(", ");

  private final JsonNode object;
  private final String path;

  /** Of the fields that are there those that were asked for. */
  private final Set<String> asked = new HashSet<>();

  Fields(JsonNode object, String path) {
    if (!object.isObject()) {
      throw new Refused("NOT_AN_OBJECT", at(path) + "an object in braces is expected");
    }
    this.object = object;
    this.path = path;
  }

  String text(String name) {
    String value = optionalText(name);
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  @Nullable String optionalText(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (!isText(value)) {
      throw wrong(name, "a text in quotes that is not blank");
    }
    return value.textValue();
  }

  LocalDate date(String name) {
    return required(name, optionalDate(name));
  }

  @Nullable LocalDate optionalDate(String name) {
    return parsed(name, () -> "a date such as 2026-11-20", Fields::day);
  }

  @Nullable Instant optionalInstant(String name) {
    return parsed(name, () -> "an instant in UTC such as 2026-11-20T08:00:00Z", Fields::instant);
  }

  CurrencyUnit currency(String name) {
    return required(name, optionalCurrency(name));
  }

  @Nullable CurrencyUnit optionalCurrency(String name) {
    return parsed(name, () -> "an ISO 4217 currency such as EUR", CurrencyUnit::of);
  }

  /**
   * An amount that is zero or more, as a decimal string with no more decimals than the currency
   * has.
   */
  Money amount(String name, CurrencyUnit currency) {
    return required(name, optionalAmount(name, currency));
  }

  @Nullable Money optionalAmount(String name, CurrencyUnit currency) {
    Money money = optionalSignedAmount(name, currency);
    if (money != null && money.isNegative()) {
      throw wrong(name, "an amount that is not negative");
    }
    return money;
  }

  /** An amount with the field of its currency, or no amount. */
  @Nullable Money optionalAmountIn(String name, String currencyName) {
    CurrencyUnit currency = optionalCurrency(currencyName);
    if (currency == null) {
      if (find(name) != null) {
        throw missing(currencyName);
      }
      return null;
    }
    return optionalAmount(name, currency);
  }

  @Nullable Money optionalSignedAmount(String name, CurrencyUnit currency) {
    int decimals = currency.getDecimalPlaces();
    return parsed(
        name,
        () -> "a decimal string with at most " + decimals + " decimals for " + currency,
        text -> Money.of(currency, decimal(text, decimals)));
  }

  BigDecimal decimal(String name) {
    return required(name, optionalDecimal(name));
  }

  /** A decimal that the canonical form writes as a string, such as a percentage. */
  @Nullable BigDecimal optionalDecimal(String name) {
    return parsed(
        name, () -> "a decimal string such as \"10.15\"", text -> decimal(text, MOST_DECIMALS));
  }

  /** A plain JSON number from 0 to 1 with at most 10 decimals. */
  @Nullable BigDecimal optionalShare(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    BigDecimal share = value.isNumber() ? value.decimalValue() : null;
    // The scale is looked at first: comparing or writing 1e-999999999 would take for ever.
    if (share == null
        || share.scale() < 0
        || share.scale() > MOST_DECIMALS
        || share.signum() < 0
        || share.compareTo(BigDecimal.ONE) > 0) {
      throw wrong(name, "a number from 0 to 1 with at most " + MOST_DECIMALS + " decimals");
    }
    return share;
  }

  @Nullable Integer optionalCount(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (!value.isInt() || value.intValue() < 0) {
      throw wrong(name, "a whole number that is not negative");
    }
    return value.intValue();
  }

  @Nullable Boolean optionalTruth(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      throw wrong(name, "true or false");
    }
    return value.booleanValue();
  }

  <E extends Enum<E>> E oneOf(String name, Class<E> words) {
    return required(name, optionalOneOf(name, words));
  }

  <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> words) {
    return parsed(
        name,
        () -> "one of " + Arrays.stream(words.getEnumConstants()).map(Enum::name).collect(COMMAS),
        text -> Enum.valueOf(words, text));
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : elements(name)) {
      if (!isText(value)) {
        throw wrong(name, "a list of texts in quotes");
      }
      texts.add(value.textValue());
    }
    return texts;
  }

  <T> List<T> objects(String name, Function<Fields, T> reader) {
    List<T> objects = new ArrayList<>();
    int index = 0;
    for (JsonNode value : elements(name)) {
      objects.add(closing(new Fields(value, place(name) + "[" + index++ + "]"), reader));
    }
    return objects;
  }

  <T> @Nullable T optionalObject(String name, Function<Fields, T> reader) {
    JsonNode value = find(name);
    return value == null ? null : closing(new Fields(value, place(name)), reader);
  }

  /** Amounts by currency: {@code {"EUR":"5.00"}}. */
  Map<CurrencyUnit, Money> amountsByCurrency(String name) {
    Map<CurrencyUnit, Money> amounts = new TreeMap<>();
    JsonNode value = find(name);
    if (value == null) {
      return amounts;
    }
    Fields inner = new Fields(value, place(name));
    value
        .fieldNames()
        .forEachRemaining(
            code -> {
              CurrencyUnit currency = currencyOrRefuse(inner, code);
              amounts.put(currency, inner.amount(code, currency));
            });
    return amounts;
  }

  AccountId account(String iban, String number, String scheme) {
    return required(iban, optionalAccount(iban, number, scheme));
  }

  /** An account in its three fields: an IBAN, or a number with its scheme, or nothing at all. */
  @Nullable AccountId optionalAccount(String ibanName, String numberName, String schemeName) {
    String iban = optionalText(ibanName);
    String number = optionalText(numberName);
    String scheme = optionalText(schemeName);
    if (iban != null && number != null) {
      throw wrong(numberName, "no account number beside an IBAN");
    }
    if (number == null && scheme != null) {
      throw wrong(schemeName, "no scheme without an account number");
    }
    return iban == null && number == null ? null : new AccountId(iban, number, scheme);
  }

  /** Refuses an object that has both of two texts, or neither. */
  void exactlyOne(String name, String other) {
    if ((optionalText(name) == null) == (optionalText(other) == null)) {
      throw missing(name + ", or " + other + " in its place,");
    }
  }

  /** Refuses what nobody asked for, except names that begin with {@code x-}. */
  void end() {
    if (asked.size() == object.size()) {
      return;
    }
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!asked.contains(name) && !name.startsWith("x-")) {
                throw new Refused(
                    "UNKNOWN_FIELD",
                    at(place(name))
                        + "no such field is known here; names beginning with x- are ignored");
              }
            });
  }

  Refused missing(String name) {
    return new Refused("MISSING_FIELD", at(place(name)) + "the field is required");
  }

  Refused wrong(String name, String expected) {
    return new Refused(
        "WRONG_VALUE", at(place(name)) + expected + " is expected, not " + shown(name));
  }

  static <T> T closing(Fields fields, Function<Fields, T> reader) {
    T result = reader.apply(fields);
    fields.end();
    return result;
  }

  private static boolean isText(JsonNode value) {
    return value.isTextual() && WritableText.is(value.textValue());
  }

  private static CurrencyUnit currencyOrRefuse(Fields inner, String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw inner.wrong(code, "an ISO 4217 currency as the name");
    }
  }

  private static BigDecimal decimal(String text, int decimals) {
    if (!Digits.areDecimal(text)) {
      throw new IllegalArgumentException(text);
    }
    BigDecimal decimal = new BigDecimal(text);
    if (decimal.scale() > decimals) {
      throw new IllegalArgumentException(text);
    }
    return decimal;
  }

  private static LocalDate day(String text) {
    if (!Digits.areDay(text)) {
      throw new IllegalArgumentException(text);
    }
    // What the formatter would read, at a tenth of its time: every stored record has several days.
    return LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
  }

  private static int digits(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Instant instant(String text) {
    if (!text.endsWith("Z")) {
      throw new IllegalArgumentException(text);
    }
    return Instant.parse(text);
  }

  private <T> @Nullable T parsed(
      String name, Supplier<String> expected, Function<String, T> parser) {
    JsonNode value = find(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      throw wrong(name, expected.get());
    }
    try {
      return parser.apply(value.textValue());
    } catch (DateTimeException | ArithmeticException | IllegalArgumentException e) {
      throw wrong(name, expected.get());
    }
  }

  private <T> T required(String name, @Nullable T value) {
    if (value == null) {
      throw missing(name);
    }
    return value;
  }

  private Iterable<JsonNode> elements(String name) {
    JsonNode value = find(name);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(name, "a list in brackets");
    }
    return value;
  }

  private @Nullable JsonNode find(String name) {
    JsonNode value = object.get(name);
    if (value == null) {
      return null;
    }
    asked.add(name);
    return value.isNull() ? null : value;
  }

  private String shown(String name) {
    String value = String.valueOf(object.get(name));
    return value.length() <= 60 ? value : value.substring(0, 57) + "...";
  }

  private String place(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private static String at(String path) {
    return path.isEmpty() ? "" : path + ": ";
  }
}
