package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.work.contract.Ticks;

/** The records of the models, by their ids, with what search_read makes of them. */
final class OdooTables {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String ID = "id";

  private final Ticks ticks = Ticks.ofSeconds();
  private final Map<String, TreeMap<Integer, ObjectNode>> models = new HashMap<>();
  private int ids = 40;

  OdooTables(String... names) {
    Stream.of(names).forEach(name -> models.put(name, new TreeMap<>()));
  }

  ObjectNode add(String model, ObjectNode values) {
    ObjectNode row = values.put(ID, ++ids);
    table(model).put(ids, row);
    return written(row);
  }

  /** A record says that it was written now. */
  ObjectNode written(ObjectNode row) {
    return row.put("write_date", TIME.format(ticks.next()));
  }

  void unlink(String model, ObjectNode row) {
    table(model).remove(row.path(ID).asInt());
  }

  Optional<ObjectNode> find(String model, int id) {
    return Optional.ofNullable(table(model).get(id));
  }

  Stream<ObjectNode> all(String model) {
    return table(model).values().stream();
  }

  private TreeMap<Integer, ObjectNode> table(String model) {
    TreeMap<Integer, ObjectNode> table = models.get(model);
    if (table == null) {
      throw new OdooError("builtins.KeyError", "the model '" + model + "' does not exist");
    }
    return table;
  }

  /**
   * The rows that fit, with id and the fields that are asked for; only what is active, if nobody
   * asks.
   */
  ArrayNode searchRead(String model, JsonNode arguments) {
    JsonNode terms = arguments.path("domain");
    OdooDomain domain = new OdooDomain(terms, this);
    boolean all = terms.toString().contains("\"active\"");
    boolean descending = arguments.path("order").asText().endsWith(" desc");
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    (descending ? table(model).descendingMap() : table(model))
        .values().stream()
            .filter(row -> all || row.path("active").asBoolean(true))
            .filter(domain::holds)
            .skip(arguments.path("offset").asLong(0))
            .limit(arguments.path("limit").asLong(Long.MAX_VALUE))
            .forEach(row -> rows.add(read(model, row, arguments.path("fields"))));
    return rows;
  }

  private static ObjectNode read(String model, ObjectNode row, JsonNode fields) {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    read.set(ID, row.path(ID));
    for (JsonNode field : fields) {
      read.set(field.asText(), value(model, row, field.asText()));
    }
    return read;
  }

  static JsonNode value(String model, ObjectNode row, String field) {
    JsonNode value = row.get(field);
    if (value == null) {
      throw new OdooError(
          "builtins.ValueError", "Invalid field '" + field + "' on model '" + model + "'");
    }
    return value;
  }
}
