package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Pieces of a manifest that stand below {@code shapes:} under a name and are meant by {@code
 * {shape: NAME, with: …}} elsewhere.
 */
final class Shapes {
  static final String SHAPES = "shapes";

  /** A shape that means itself would else grow without end, long before it is too deep. */
  private static final int LONGEST = 100_000;

  private static final Pattern GIVEN = Pattern.compile("\\{with\\.([A-Za-z0-9_]+)\\}");

  private final Map<String, Node> named = new HashMap<>();

  Shapes(MappingNode root) {
    if (value(root, SHAPES) instanceof MappingNode shapes) {
      shapes
          .getValue()
          .forEach(
              tuple -> {
                if (tuple.getKeyNode() instanceof ScalarNode name) {
                  named.put(name.getValue(), tuple.getValueNode());
                }
              });
    }
  }

  /** The name of the shape that a node means; null where it means none. */
  @Nullable String meant(MappingNode node) {
    boolean only =
        node.getValue().stream()
            .allMatch(
                tuple ->
                    tuple.getKeyNode() instanceof ScalarNode key
                        && (key.getValue().equals("shape") || key.getValue().equals("with")));
    return !named.isEmpty() && only && value(node, "shape") instanceof ScalarNode name
        ? name.getValue()
        : null;
  }

  Optional<Node> shape(String name) {
    return Optional.ofNullable(named.get(name));
  }

  static @Nullable Node value(MappingNode node, String name) {
    for (NodeTuple tuple : node.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }

  /**
   * A text with what the shape was given: the value itself where the text is nothing else.
   *
   * @throws WrongTemplate where something was not given
   */
  static JsonNode filled(JsonNode value, Map<String, JsonNode> given) {
    if (!value.isTextual()) {
      return value;
    }
    Matcher meant = GIVEN.matcher(value.textValue());
    if (meant.matches()) {
      return of(meant, given);
    }
    StringBuilder text = new StringBuilder();
    meant.reset();
    while (meant.find()) {
      meant.appendReplacement(text, Matcher.quoteReplacement(of(meant, given).asText()));
      if (text.length() > LONGEST) {
        throw new WrongTemplate("a text of a shape has more than " + LONGEST + " characters");
      }
    }
    return TextNode.valueOf(meant.appendTail(text).toString());
  }

  private static JsonNode of(Matcher meant, Map<String, JsonNode> given) {
    JsonNode value = given.get(meant.group(1));
    if (value == null) {
      throw new WrongTemplate("the shape is not given " + meant.group(1) + " with it");
    }
    return value;
  }
}
