package org.dunlin.connectors.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as JSON has it, and the line of each of its values. */
public final class LinedTree {
  private final Map<String, Integer> lines = new HashMap<>();
  private final String file;
  private final Faults faults;
  private final ObjectNode root;

  /** The tree of a root; a name that stands twice is noted. */
  public LinedTree(MappingNode root, String file, Faults faults) {
    this.file = file;
    this.faults = faults;
    this.root = object(root, "");
  }

  /** The root. */
  public ObjectNode root() {
    return root;
  }

  /** The line of the value at a JSON pointer, or of what is around it. */
  public int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return lines.getOrDefault(at, 1);
  }

  private JsonNode converted(Node node, String pointer) {
    lines.putIfAbsent(pointer, node.getStartMark().getLine() + 1);
    return switch (node) {
      case ScalarNode scalar -> YamlScalar.value(scalar);
      case SequenceNode sequence -> list(sequence, pointer);
      case MappingNode mapping -> object(mapping, pointer);
      default -> NullNode.instance;
    };
  }

  private ArrayNode list(SequenceNode sequence, String pointer) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    for (Node element : sequence.getValue()) {
      array.add(converted(element, pointer + "/" + array.size()));
    }
    return array;
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
      int line = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (object.has(name)) {
        faults.add(file, line, name + " stands here twice; keep one.");
        continue;
      }
      String inner = pointer + "/" + YamlSchema.escaped(name);
      lines.put(inner, line);
      object.set(name, converted(tuple.getValueNode(), inner));
    }
    return object;
  }
}
