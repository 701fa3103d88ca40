package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Facts as trees of JSON, and trees as facts. */
final class FactTrees {
  private FactTrees() {}

  /** {@code $settings}, {@code $company}, {@code $parent} and {@code $effect}. */
  static Map<String, JsonNode> variables(Map<String, Value> values, @Nullable JsonNode effect) {
    return Map.of(
        "settings", tree("settings.", values),
        "company", tree("company.", values),
        "parent", tree("parent.", values),
        "effect", effect == null ? JsonNodeFactory.instance.objectNode() : about(effect));
  }

  /** What the effect is about, with the effect's own id, kind and reference beside it. */
  private static JsonNode about(JsonNode object) {
    ObjectNode about = JsonNodeFactory.instance.objectNode();
    object.path("effect").properties().forEach(own -> about.set(own.getKey(), own.getValue()));
    object.properties().forEach(each -> about.set(each.getKey(), each.getValue()));
    return about;
  }

  private static ObjectNode tree(String prefix, Map<String, Value> values) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    values.forEach(
        (name, value) -> {
          if (name.startsWith(prefix)) {
            tree.set(name.substring(prefix.length()), node(value));
          }
        });
    return tree;
  }

  /** The value as JSON has it. */
  static JsonNode node(Value value) {
    return switch (value) {
      case Value.Text text -> TextNode.valueOf(text.text());
      case Value.Flag flag -> BooleanNode.valueOf(flag.flag());
      case Value.Number number -> number(number.number());
      case Value.Moment moment -> TextNode.valueOf(moment.plain());
      case Value.Day day -> TextNode.valueOf(day.plain());
    };
  }

  private static JsonNode number(BigDecimal number) {
    try {
      return LongNode.valueOf(number.longValueExact());
    } catch (ArithmeticException e) {
      return DecimalNode.valueOf(number);
    }
  }

  /** The values of a tree by their paths: {@code a} and {@code a.b}. */
  static Map<String, Value> flat(JsonNode tree) {
    Map<String, Value> flat = new HashMap<>();
    tree.properties()
        .forEach(
            outer -> {
              put(outer.getKey(), outer.getValue(), flat);
              outer
                  .getValue()
                  .properties()
                  .forEach(
                      inner -> put(outer.getKey() + "." + inner.getKey(), inner.getValue(), flat));
            });
    return flat;
  }

  private static void put(String name, JsonNode node, Map<String, Value> flat) {
    if (node.isTextual()) {
      flat.put(name, Value.of(node.textValue()));
    } else if (node.isNumber()) {
      flat.put(name, new Value.Number(node.decimalValue()));
    } else if (node.isBoolean()) {
      flat.put(name, new Value.Flag(node.booleanValue()));
    }
  }
}
