package org.dunlin.core.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.dunlin.core.model.AccountId;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the fields of an object while a reader reads it, notes what the reader asks for,
 * and answers with anything that lets it go on. What was noted is the schema of the object.
 */
final class SchemaFields extends Fields {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String path;
  private final SchemaWords words;
  private final Map<String, ObjectNode> properties = new LinkedHashMap<>();
  private final Set<String> required = new TreeSet<>();
  private final List<ObjectNode> conditions = new ArrayList<>();

  SchemaFields(String path, SchemaWords words) {
    super(JSON.objectNode(), path);
    this.path = path;
    this.words = words;
  }

  /** The schema of the object, strict but for names that begin with {@code x-}. */
  ObjectNode schema() {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.putObject("properties").setAll(properties);
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    if (!conditions.isEmpty()) {
      schema.putArray("allOf").addAll(conditions);
    }
    schema.putObject("patternProperties").put("^x-", true);
    return schema.put("additionalProperties", false);
  }

  @Override
  String text(String name) {
    need(name);
    optionalText(name);
    // A time zone is read as a text, too, and this is one.
    return "UTC";
  }

  @Override
  @Nullable String optionalText(String name) {
    note(name, reference("text"));
    return null;
  }

  @Override
  LocalDate date(String name) {
    need(name);
    optionalDate(name);
    return LocalDate.EPOCH;
  }

  @Override
  @Nullable LocalDate optionalDate(String name) {
    note(name, reference("date"));
    return null;
  }

  @Override
  @Nullable Instant optionalInstant(String name) {
    note(name, reference("instant"));
    return null;
  }

  @Override
  CurrencyUnit currency(String name) {
    need(name);
    optionalCurrency(name);
    return CurrencyUnit.EUR;
  }

  @Override
  @Nullable CurrencyUnit optionalCurrency(String name) {
    note(name, reference("currency"));
    return null;
  }

  @Override
  Money amount(String name, CurrencyUnit currency) {
    need(name);
    optionalAmount(name, currency);
    return Money.zero(currency);
  }

  @Override
  @Nullable Money optionalAmount(String name, CurrencyUnit currency) {
    note(name, reference("amount"));
    return null;
  }

  @Override
  @Nullable Money optionalAmountIn(String name, String currencyName) {
    optionalAmount(name, CurrencyUnit.EUR);
    optionalCurrency(currencyName);
    ObjectNode currencyOfAmount = JSON.objectNode();
    currencyOfAmount.putObject("dependentRequired").putArray(name).add(currencyName);
    conditions.add(currencyOfAmount);
    return null;
  }

  @Override
  @Nullable Money optionalSignedAmount(String name, CurrencyUnit currency) {
    note(name, reference("balance"));
    return null;
  }

  @Override
  BigDecimal decimal(String name) {
    need(name);
    optionalDecimal(name);
    return BigDecimal.ZERO;
  }

  @Override
  @Nullable BigDecimal optionalDecimal(String name) {
    note(name, reference("decimal"));
    return null;
  }

  @Override
  @Nullable BigDecimal optionalShare(String name) {
    note(name, reference("share"));
    return null;
  }

  @Override
  @Nullable Integer optionalCount(String name) {
    note(name, reference("count"));
    return null;
  }

  @Override
  @Nullable Boolean optionalTruth(String name) {
    note(name, JSON.objectNode().put("type", "boolean"));
    return null;
  }

  @Override
  <E extends Enum<E>> E oneOf(String name, Class<E> all) {
    need(name);
    optionalOneOf(name, all);
    return all.getEnumConstants()[0];
  }

  @Override
  <E extends Enum<E>> @Nullable E optionalOneOf(String name, Class<E> all) {
    ObjectNode schema = JSON.objectNode();
    Arrays.stream(all.getEnumConstants()).map(Enum::name).forEach(schema.putArray("enum")::add);
    note(name, schema);
    return null;
  }

  @Override
  List<String> texts(String name) {
    note(name, list(reference("text")));
    return List.of();
  }

  @Override
  <T> List<T> objects(String name, Function<Fields, T> reader) {
    if (isFree(name)) {
      return List.of();
    }
    note(name, list(noted(name, reader).schema()));
    return List.of();
  }

  @Override
  <T> @Nullable T optionalObject(String name, Function<Fields, T> reader) {
    note(name, noted(name, reader).schema());
    return null;
  }

  @Override
  Map<CurrencyUnit, Money> amountsByCurrency(String name) {
    ObjectNode schema = JSON.objectNode().put("type", "object");
    schema.set("propertyNames", reference("currency"));
    schema.set("additionalProperties", reference("amount"));
    note(name, schema);
    return Map.of();
  }

  @Override
  AccountId account(String iban, String number, String scheme) {
    optionalAccount(iban, number, scheme);
    exactlyOne(iban, number);
    return AccountId.ofIban("UTC");
  }

  @Override
  @Nullable AccountId optionalAccount(String iban, String number, String scheme) {
    List.of(iban, number, scheme).forEach(this::optionalText);
    ObjectNode notBoth = JSON.objectNode();
    notBoth.putObject("not").putArray("required").add(iban).add(number);
    conditions.add(notBoth);
    ObjectNode schemeOfNumber = JSON.objectNode();
    schemeOfNumber.putObject("dependentRequired").putArray(scheme).add(number);
    conditions.add(schemeOfNumber);
    return null;
  }

  @Override
  void exactlyOne(String name, String other) {
    ObjectNode one = JSON.objectNode();
    one.putArray("oneOf").add(requiring(name)).add(requiring(other));
    conditions.add(one);
  }

  private static ObjectNode requiring(String name) {
    ObjectNode requiring = JSON.objectNode();
    requiring.putArray("required").add(name);
    return requiring;
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = JSON.objectNode().put("type", "array");
    list.set("items", items);
    return list;
  }

  private static ObjectNode reference(String definition) {
    return JSON.objectNode().put("$ref", "#/$defs/" + definition);
  }

  private <T> SchemaFields noted(String name, Function<Fields, T> reader) {
    SchemaFields inner = new SchemaFields(path + "." + name, words);
    var unused = reader.apply(inner);
    return inner;
  }

  private void need(String name) {
    required.add(name);
  }

  /** Notes a field; what is asked for twice, once for its currency, is one field. */
  private void note(String name, ObjectNode schema) {
    if (!properties.containsKey(name) && !isFree(name)) {
      ObjectNode described = JSON.objectNode().put("description", words.of(path + "." + name));
      properties.put(name, described.setAll(schema));
    }
  }

  /** Whether anybody may put anything there: what is not understood is ignored. */
  private static boolean isFree(String name) {
    return name.startsWith("x-");
  }
}
