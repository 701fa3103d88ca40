package org.dunlin.work.contract.erpnext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.work.contract.Replies;
import org.dunlin.work.contract.Ticks;

/** Documents by their kinds and names, in the order of their creation, and lists of them. */
final class FrappeDocuments {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final String USUAL_LENGTH = "20";

  private final Ticks ticks = Ticks.ofMillis();
  private final Map<String, Map<String, ObjectNode>> documents = new TreeMap<>();

  /** What the site refuses: the class of its exception, and its sentence. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int status;
    final String type;

    Refused(int status, String type, String message) {
      super(message);
      this.status = status;
      this.type = type;
    }
  }

  ObjectNode insert(String kind, String name, ObjectNode document) {
    document.put("doctype", kind).put("name", name).put("creation", TIME.format(ticks.next()));
    documents.computeIfAbsent(kind, first -> new LinkedHashMap<>()).put(name, document);
    return saved(document);
  }

  /** A document says that it was changed now. */
  ObjectNode saved(ObjectNode document) {
    return document.put("modified", TIME.format(ticks.next()));
  }

  void delete(ObjectNode document) {
    Optional.ofNullable(documents.get(document.path("doctype").asText()))
        .ifPresent(all -> all.remove(document.path("name").asText()));
  }

  Stream<ObjectNode> all(String kind) {
    return documents.getOrDefault(kind, Map.of()).values().stream();
  }

  ObjectNode get(String kind, String name) {
    return Optional.ofNullable(documents.getOrDefault(kind, Map.of()).get(name))
        .orElseThrow(() -> new Refused(404, "DoesNotExistError", kind + " " + name + " not found"));
  }

  /** A list, of which 20 names are the default. Child tables are in none. */
  ArrayNode list(String kind, Map<String, String> query) {
    JsonNode fields = parsed(query.getOrDefault("fields", "[\"name\"]"));
    JsonNode filters = parsed(query.getOrDefault("filters", "[]"));
    if (!query.getOrDefault("order_by", "creation asc").startsWith("creation asc")) {
      throw new Refused(417, "ValidationError", "This site plays no other order.");
    }
    ArrayNode rows = JsonNodeFactory.instance.arrayNode();
    all(kind)
        .filter(document -> fits(document, filters))
        .skip(Long.parseLong(query.getOrDefault("limit_start", "0")))
        .limit(Long.parseLong(query.getOrDefault("limit_page_length", USUAL_LENGTH)))
        .forEach(document -> rows.add(row(document, fields)));
    return rows;
  }

  private static JsonNode parsed(String text) {
    return Replies.json(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean fits(ObjectNode document, JsonNode filters) {
    for (JsonNode filter : filters) {
      JsonNode value = value(document, filter.get(0).asText());
      JsonNode with = filter.get(2);
      int order =
          value.isNumber()
              ? Double.compare(value.asDouble(), with.asDouble())
              : value.asText().compareTo(with.asText());
      boolean holds =
          switch (filter.get(1).asText()) {
            case "=" -> order == 0;
            case "!=" -> order != 0;
            case ">=" -> order >= 0;
            case ">" -> order > 0;
            case "<=" -> order <= 0;
            case "<" -> order < 0;
            default -> throw new Refused(417, "ValidationError", "Operator must be one of …");
          };
      if (!holds) {
        return false;
      }
    }
    return true;
  }

  private static ObjectNode row(ObjectNode document, JsonNode fields) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (JsonNode field : fields) {
      String[] named = field.asText().split(" as ");
      boolean linked = named[0].contains(".");
      String label = named.length > 1 ? named[1] : named[0];
      row.set(label, linked ? row.nullNode() : value(document, named[0]));
    }
    return row;
  }

  private static JsonNode value(ObjectNode document, String field) {
    JsonNode value = document.get(field);
    if (value == null || value.isArray()) {
      throw new Refused(417, "DataError", "Field not permitted in query: " + field);
    }
    return value;
  }
}
