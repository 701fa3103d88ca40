package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.YamlScalar;
import org.dunlin.connectors.yaml.YamlSchema;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A manifest as JSON has it, with shapes and the branches of choices in their places, and the line
 * of each of its values.
 */
final class YamlTree {
  private static final String BY = "by";
  private static final int DEEPEST = 60;
  private static final int MOST_VALUES = 50_000;

  private final Map<String, Integer> lines = new HashMap<>();
  private final Set<String> variantsBy = new TreeSet<>();
  private final Map<String, String> choices;
  private final Shapes shapes;
  private final String file;
  private final Faults faults;
  private final JsonNode root;
  private int values;

  /**
   * @param choices the settings by which parts of the manifest differ, and what is chosen
   */
  YamlTree(MappingNode root, Map<String, String> choices, String file, Faults faults) {
    this.choices = choices;
    this.file = file;
    this.faults = faults;
    this.shapes = new Shapes(root);
    this.root = object(root, new Place("", Map.of(), 0));
  }

  /**
   * Where a value goes.
   *
   * @param pointer into the manifest
   * @param given to the shape in which it stands
   */
  private record Place(String pointer, Map<String, JsonNode> given, int depth) {
    Place in(String name) {
      return new Place(pointer + "/" + YamlSchema.escaped(name), given, depth + 1);
    }

    Place with(Map<String, JsonNode> other) {
      return new Place(pointer, other, depth + 1);
    }
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

  /** The value; null where a choice has none. */
  private @Nullable JsonNode converted(Node node, Place place) {
    lines.putIfAbsent(place.pointer(), line(node));
    if (++values > MOST_VALUES || place.depth() > DEEPEST) {
      if (values < Integer.MAX_VALUE / 2) {
        fault(node, "the manifest is too large or too deep here, or a shape means itself.");
        values = Integer.MAX_VALUE / 2; // said once
      }
      return NullNode.instance;
    }
    return switch (node) {
      case ScalarNode scalar -> scalar(scalar, place);
      case SequenceNode sequence -> list(sequence, place);
      case MappingNode mapping -> mapping(mapping, place);
      default -> NullNode.instance;
    };
  }

  private JsonNode scalar(ScalarNode scalar, Place place) {
    try {
      return Shapes.filled(YamlScalar.value(scalar), place.given());
    } catch (WrongTemplate e) {
      fault(scalar, e.getMessage() + ".");
      return NullNode.instance;
    }
  }

  private ArrayNode list(SequenceNode sequence, Place place) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : sequence.getValue()) {
      JsonNode converted = converted(element, place.in(Integer.toString(array.size())));
      if (converted != null) {
        array.add(converted);
      }
    }
    return array;
  }

  private @Nullable JsonNode mapping(MappingNode mapping, Place place) {
    String shape = shapes.meant(mapping);
    if (shape != null) {
      return shape(mapping, shape, place);
    }
    if (Shapes.value(mapping, BY) instanceof ScalarNode by) {
      variantsBy.add(by.getValue());
      String choice = choices.get(by.getValue());
      if (choice != null) {
        Node chosen = Shapes.value(mapping, choice);
        return chosen == null ? null : converted(chosen, place);
      }
    }
    return object(mapping, place);
  }

  private @Nullable JsonNode shape(MappingNode meaning, String name, Place place) {
    Node shape = shapes.shape(name).orElse(null);
    if (shape == null) {
      fault(meaning, "there is no shape " + name + ".");
      return NullNode.instance;
    }
    Map<String, JsonNode> given = new HashMap<>();
    if (Shapes.value(meaning, "with") instanceof MappingNode with) {
      object(with, place.in("with"))
          .properties()
          .forEach(each -> given.put(each.getKey(), each.getValue()));
    }
    return converted(shape, place.with(given));
  }

  private ObjectNode object(MappingNode mapping, Place place) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
      if (place.pointer().isEmpty() && name.equals(Shapes.SHAPES)) {
        continue;
      }
      if (object.has(name)) {
        fault(tuple.getKeyNode(), name + " stands here twice; keep one.");
        continue;
      }
      Place inner = place.in(name);
      lines.put(inner.pointer(), line(tuple.getKeyNode()));
      JsonNode converted = converted(tuple.getValueNode(), inner);
      if (converted != null) {
        object.set(name, converted);
      }
    }
    return object;
  }

  private void fault(Node node, String sentence) {
    faults.add(file, line(node), sentence);
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
