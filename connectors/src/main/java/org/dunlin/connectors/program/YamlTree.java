package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A manifest as JSON has it, and the line of each of its values. Plain scalars are numbers, flags
 * and null as JSON writes them, and texts else: {@code 090}, {@code on} and {@code 2025-04-30} are
 * texts.
 */
final class YamlTree {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,17})");
  private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})\\.[0-9]{1,18}");
  private static final String BY = "by";

  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> variantsBy = new TreeSet<>();
  private final Map<String, String> choices;
  private final String file;
  private final Faults faults;
  private final JsonNode root;

  /**
   * @param choices the settings by which parts of the manifest differ, and what is chosen
   */
  YamlTree(MappingNode root, Map<String, String> choices, String file, Faults faults) {
    this.choices = choices;
    this.file = file;
    this.faults = faults;
    JsonNode converted = converted(root, "");
    this.root = converted == null ? JsonNodeFactory.instance.objectNode() : converted;
  }

  JsonNode root() {
    return root;
  }

  /** The line of the value at a JSON pointer, or of what is around it. */
  int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  /** What stands behind {@code by:} anywhere: names of settings, where it means variants. */
  Set<String> variantsBy() {
    return variantsBy;
  }

  private @Nullable JsonNode converted(Node node, String pointer) {
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar);
      case SequenceNode sequence -> sequence(sequence, pointer);
      case MappingNode mapping -> mapping(mapping, pointer);
      default -> NullNode.instance;
    };
  }

  private ArrayNode sequence(SequenceNode sequence, String pointer) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : sequence.getValue()) {
      JsonNode converted = converted(element, pointer + "/" + array.size());
      if (converted != null) {
        array.add(converted);
      }
    }
    return array;
  }

  private @Nullable JsonNode mapping(MappingNode mapping, String pointer) {
    String by = by(mapping);
    if (by != null) {
      variantsBy.add(by);
      String choice = choices.get(by);
      if (choice != null) {
        return chosen(mapping, choice, pointer);
      }
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = name(tuple.getKeyNode());
      int line = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (object.has(name)) {
        faults.add(file, line, name + " stands here twice; keep one.");
        continue;
      }
      String inner = pointer + "/" + escaped(name);
      lines.put(inner, line);
      JsonNode converted = converted(tuple.getValueNode(), inner);
      if (converted != null) {
        object.set(name, converted);
      }
    }
    return object;
  }

  /** The branch of the choice; null where there is none. */
  private @Nullable JsonNode chosen(MappingNode mapping, String choice, String pointer) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (name(tuple.getKeyNode()).equals(choice)) {
        lines.put(pointer, tuple.getKeyNode().getStartMark().getLine() + 1);
        return converted(tuple.getValueNode(), pointer);
      }
    }
    return null;
  }

  private static @Nullable String by(MappingNode mapping) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (name(tuple.getKeyNode()).equals(BY) && tuple.getValueNode() instanceof ScalarNode by) {
        return by.getValue();
      }
    }
    return null;
  }

  private static String name(Node key) {
    return key instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static JsonNode scalar(ScalarNode scalar) {
    String text = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return TextNode.valueOf(text);
    }
    if (WHOLE.matcher(text).matches()) {
      return LongNode.valueOf(Long.parseLong(text));
    }
    if (DECIMAL.matcher(text).matches()) {
      return DecimalNode.valueOf(new BigDecimal(text));
    }
    return switch (text) {
      case "", "~", "null" -> NullNode.instance;
      case "true" -> BooleanNode.TRUE;
      case "false" -> BooleanNode.FALSE;
      default -> TextNode.valueOf(text);
    };
  }
}
