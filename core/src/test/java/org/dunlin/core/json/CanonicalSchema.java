package org.dunlin.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Company;
import org.joda.money.CurrencyUnit;

/**
 * The JSON Schema (2020-12) of a line of the canonical form, made of what {@link CanonicalReader}'s
 * own readers ask for, so that the two cannot say different things.
 */
final class CanonicalSchema {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String DECIMAL = "^-?[0-9]{1,18}(\\.[0-9]{1,10})?$";

  private final SchemaWords words = new SchemaWords();

  /** The schema as the text of a file. */
  static String text() {
    try {
      return JsonMapper.builder()
              .build()
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new CanonicalSchema().schema())
              .replace("\r\n", "\n")
          + "\n";
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** The schema; a mistake where words are left over. */
  ObjectNode schema() {
    Map<String, ObjectNode> records = records();
    ObjectNode schema =
        JSON.objectNode()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("$id", "urn:dunlin:canonical:" + RecordTypes.VERSION)
            .put("title", words.of("title"))
            .put("description", words.of("description"))
            .put("type", "object");
    schema.putArray("required").add("type");
    records
        .keySet()
        .forEach(schema.putObject("properties").putObject("type").putArray("enum")::add);
    for (String type : records.keySet()) {
      ObjectNode one = schema.withArray("allOf").addObject();
      one.putObject("if").putObject("properties").putObject("type").put("const", type);
      one.putObject("then").put("$ref", "#/$defs/" + type);
    }
    ObjectNode definitions = schema.putObject("$defs");
    definitions.setAll(records);
    definitions.setAll(values());
    if (!words.unused().isEmpty()) {
      throw new AssertionError("words for what is no field: " + words.unused());
    }
    return schema;
  }

  private Map<String, ObjectNode> records() {
    Map<String, ObjectNode> records = new LinkedHashMap<>();
    records.put("dunlin", version());
    for (Class<?> record : CanonicalRecord.class.getPermittedSubclasses()) {
      String type =
          record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
      SchemaFields fields = new SchemaFields(type, words);
      RecordTypes.record(type, fields, currencies());
      records.put(type, typed(type, fields.schema()));
    }
    return records;
  }

  private ObjectNode version() {
    SchemaFields fields = new SchemaFields("dunlin", words);
    fields.optionalCount("version");
    ObjectNode schema = fields.schema();
    schema.withObject("/properties/version").put("const", RecordTypes.VERSION).remove("$ref");
    schema.putArray("required").add("version");
    return typed("dunlin", schema);
  }

  /** With the words for the record, and the type as its first field. */
  private ObjectNode typed(String type, ObjectNode schema) {
    ObjectNode properties = JSON.objectNode();
    properties.putObject("type").put("const", type);
    properties.setAll((ObjectNode) schema.get("properties"));
    schema.set("properties", properties);
    schema.withArray("required").insert(0, "type");
    return JSON.objectNode().put("description", words.of(type)).setAll(schema);
  }

  private Map<String, ObjectNode> values() {
    int decimals =
        CurrencyUnit.registeredCurrencies().stream()
            .mapToInt(CurrencyUnit::getDecimalPlaces)
            .max()
            .orElseThrow();
    String amount = "[0-9]{1,18}(\\.[0-9]{1," + decimals + "})?$";
    Map<String, ObjectNode> values = new LinkedHashMap<>();
    values.put("text", matching("text", "\\S"));
    values.put("date", matching("date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$").put("format", "date"));
    values.put("instant", matching("instant", "Z$").put("format", "date-time"));
    values.put("currency", matching("currency", "^[A-Z]{3}$"));
    values.put("amount", matching("amount", "^" + amount));
    values.put("balance", matching("balance", "^-?" + amount));
    values.put("decimal", matching("decimal", DECIMAL));
    values.put("share", value("share", "number").put("minimum", 0).put("maximum", 1));
    values.put(
        "count", value("count", "integer").put("minimum", 0).put("maximum", Integer.MAX_VALUE));
    return values;
  }

  private ObjectNode matching(String name, String pattern) {
    return value(name, "string").put("pattern", pattern);
  }

  private ObjectNode value(String name, String type) {
    return JSON.objectNode().put("description", words.of("value." + name)).put("type", type);
  }

  /** A line without a currency of its own takes it from the company's, which stands before it. */
  private static CurrenciesSeen currencies() {
    CurrenciesSeen seen = new CurrenciesSeen();
    seen.note(
        new Company(
            "acme",
            "Acme",
            "NL",
            ZoneId.of("UTC"),
            null,
            CurrencyUnit.EUR,
            List.of(),
            null,
            null,
            null,
            Map.of(),
            null,
            null));
    return seen;
  }
}
