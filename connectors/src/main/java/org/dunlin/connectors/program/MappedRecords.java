package org.dunlin.connectors.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Set;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.yaml.YamlSchema;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Problem;

/**
 * What a mapping has made, read as strictly as the canonical form is. What does not fit it becomes
 * a problem that names the record and the path within it.
 */
final class MappedRecords {
  private static final Set<String> TYPES =
      Set.of("customer", "invoice", "payment", "allocation", "adjustment", "checkout");

  private final String source;
  private final RecordSink sink;
  private final CanonicalReader reader;

  MappedRecords(String source, RecordSink sink) {
    this.source = source;
    this.sink = sink;
    this.reader = new CanonicalReader(source);
  }

  String source() {
    return source;
  }

  /** Takes one record, a list of them, or nothing. */
  void take(JsonNode mapped, String position) {
    if (mapped.isArray()) {
      mapped.forEach(each -> take(each, position));
    } else if (mapped.isObject()) {
      record((ObjectNode) mapped, position);
    } else if (!mapped.isNull() && !mapped.isMissingNode()) {
      problem(
          position,
          "NOT_AN_OBJECT",
          "the mapping gives "
              + YamlSchema.shown(mapped)
              + ", and a record, a list of them or null is expected");
    }
  }

  private void record(ObjectNode mapped, String position) {
    String type = mapped.path("type").asText();
    if (!TYPES.contains(type)) {
      problem(
          position,
          "UNEXPECTED_RECORD",
          "type: one of customer, invoice, payment, allocation, adjustment and checkout is expected, not "
              + YamlSchema.shown(mapped.get("type")));
      return;
    }
    ObjectNode given = given(mapped);
    given.remove("source");
    reader.record(line(given)).ifPresent(read -> hand(read, named(type, given), position));
  }

  private void hand(CanonicalRecord read, String record, String position) {
    if (read instanceof Problem refused) {
      problem(position, refused.code(), record + ": " + refused.message());
    } else if (read instanceof Allocation allocation && allocation.decision() != Decision.BOOKED) {
      problem(
          position,
          "WRONG_VALUE",
          record + ": decision: what a program says of an allocation is BOOKED");
    } else {
      LongIdentifiers.in(read, source)
          .ifPresentOrElse(
              refused -> problem(position, refused.code(), record + ": " + refused.message()),
              () -> sink.accept(read));
    }
  }

  private void problem(String position, String code, String message) {
    sink.accept(new Problem(source, position, code, message));
  }

  private static String named(String type, ObjectNode given) {
    String id = given.path("id").asText();
    return id.isEmpty() ? type : type + " " + (id.length() <= 80 ? id : id.substring(0, 80));
  }

  /** Without what is null, blank, or holds nothing else: it counts as left out. */
  private static ObjectNode given(ObjectNode mapped) {
    ObjectNode given = JsonNodeFactory.instance.objectNode();
    mapped
        .properties()
        .forEach(
            field -> {
              JsonNode value = given(field.getValue());
              if (!leftOut(value)) {
                given.set(field.getKey(), value);
              }
            });
    return given;
  }

  private static JsonNode given(JsonNode value) {
    if (value.isObject()) {
      return given((ObjectNode) value);
    }
    if (!value.isArray()) {
      return value;
    }
    ArrayNode given = JsonNodeFactory.instance.arrayNode();
    for (JsonNode each : value) {
      JsonNode element = given(each);
      if (!leftOut(element)) {
        given.add(element);
      }
    }
    return given;
  }

  private static boolean leftOut(JsonNode value) {
    return value.isNull()
        || (value.isTextual() && value.textValue().isBlank())
        || (value.isContainerNode() && value.isEmpty());
  }

  private static String line(ObjectNode record) {
    try {
      return Json.MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
