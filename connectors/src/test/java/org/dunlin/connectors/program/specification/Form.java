package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fields as forms and queries have them, and the value that they mean. */
final class Form {
  static final String TYPE = "application/x-www-form-urlencoded";

  private static final Pattern PART = Pattern.compile("[^\\[\\]]+");
  private static final Pattern COUNT = Pattern.compile("[0-9]+");

  record Field(String name, String value) {}

  private Form() {}

  static List<Field> fields(String text) {
    return Stream.of(text.split("&"))
        .map(field -> field.split("=", 2))
        .map(field -> new Field(decoded(field[0]), decoded(field[1])))
        .toList();
  }

  /** What {@code a[b]=1&a[c]=2&d[0][e]=true} means, with the fields of a list in their order. */
  static ObjectNode unfolded(String text) {
    ObjectNode unfolded = JsonNodeFactory.instance.objectNode();
    for (Field field : fields(text)) {
      List<String> parts = PART.matcher(field.name()).results().map(MatchResult::group).toList();
      ObjectNode inner = unfolded;
      for (String part : parts.subList(0, parts.size() - 1)) {
        inner = inner.withObjectProperty(part);
      }
      inner.set(parts.getLast(), value(field.value()));
    }
    return (ObjectNode) listed(unfolded);
  }

  /** With lists where names only count. */
  private static JsonNode listed(JsonNode node) {
    if (!node.isObject()) {
      return node;
    }
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    node.properties().forEach(each -> fields.set(each.getKey(), listed(each.getValue())));
    boolean counts =
        fields.properties().stream().allMatch(each -> COUNT.matcher(each.getKey()).matches());
    if (fields.isEmpty() || !counts) {
      return fields;
    }
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    fields.properties().forEach(each -> list.add(each.getValue()));
    return list;
  }

  private static JsonNode value(String text) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    if (text.equals("true") || text.equals("false")) {
      return nodes.booleanNode(text.equals("true"));
    }
    return COUNT.matcher(text).matches()
        ? nodes.numberNode(Long.parseLong(text))
        : nodes.textNode(text);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
