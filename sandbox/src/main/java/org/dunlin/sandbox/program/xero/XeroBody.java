package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Impossible;

/** Records that are sent: one alone, or several under their name. */
final class XeroBody {
  private XeroBody() {}

  /**
   * Writes each record.
   *
   * @param name such as {@code Payments}
   * @param written what becomes of one
   */
  static Reply written(
      Ask ask, XeroEnvelope envelope, String name, Function<ObjectNode, ObjectNode> written) {
    boolean summarized = !"false".equalsIgnoreCase(ask.query("summarizeErrors").orElse("true"));
    ArrayNode records = Json.array();
    for (ObjectNode sent : records(ask.json(), name)) {
      try {
        records.add(written.apply(sent));
      } catch (Refusal | Impossible refused) {
        String why = String.valueOf(refused.getMessage());
        if (summarized) {
          return XeroFaults.validation(sent, why);
        }
        records.add(
            XeroFaults.faulty(sent, why)
                .put("StatusAttributeString", "ERROR")
                .put("HasValidationErrors", true));
      }
    }
    return envelope.of(name, records);
  }

  private static List<ObjectNode> records(JsonNode body, String name) {
    List<ObjectNode> records = new ArrayList<>();
    JsonNode several = body.isArray() ? body : body.path(name);
    if (several.isArray()) {
      several.forEach(one -> records.add(object(one)));
    } else {
      records.add(object(body));
    }
    if (records.isEmpty()) {
      throw new Refusal(400, "At least one element must be given");
    }
    return records;
  }

  private static ObjectNode object(JsonNode node) {
    if (node instanceof ObjectNode object) {
      return object;
    }
    throw new Refusal(400, "An element is not an object");
  }

  static Optional<String> text(JsonNode json, String name) {
    JsonNode node = json.path(name);
    return node.isValueNode() && !node.isNull() && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }

  static Optional<UUID> id(JsonNode json, String name) {
    try {
      return text(json, name).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new Refusal(400, name + " is not a valid identifier");
    }
  }

  static String needed(JsonNode json, String name) {
    return text(json, name).orElseThrow(() -> new Refusal(400, name + " is required"));
  }
}
