package org.dunlin.connectors.program;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Pieces of a manifest that are written once and used in several places, each time with other values
 * in them.
 */
final class Shapes {
  /** Where they are written, at the top of a manifest. */
  static final String NAME = "shapes";

  private static final String USE = "shape";
  private static final String WITH = "with";
  private static final int MOST_USES = 1000;
  private static final int DEEPEST = 8;
  private static final Pattern VALUE = Pattern.compile("\\{with\\.([A-Za-z][A-Za-z0-9_]*)\\}");

  private final Map<String, Node> nodes;
  private int uses;

  private Shapes(Map<String, Node> nodes) {
    this.nodes = nodes;
  }

  /** A use that leads nowhere, with the sentence for people. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1;
    private final String sentence;

    Wrong(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  static Shapes of(MappingNode manifest) {
    Node shapes = value(manifest, NAME);
    return new Shapes(shapes instanceof MappingNode all ? values(all) : Map.of());
  }

  /** Whether a piece is to be put here. */
  static boolean isUse(MappingNode node) {
    return value(node, USE) instanceof ScalarNode;
  }

  /** The piece that a use names. */
  Node node(MappingNode use) throws Wrong {
    String name = value(use, USE) instanceof ScalarNode scalar ? scalar.getValue() : "";
    Node node = nodes.get(name);
    if (node == null) {
      throw new Wrong("there is no shape " + name + " at the top of the manifest.");
    }
    if (++uses > MOST_USES) {
      throw new Wrong("shapes are used more than " + MOST_USES + " times.");
    }
    return node;
  }

  /** What a use gives the piece; its own values may come from the piece around it. */
  static Given given(MappingNode use, Given around) throws Wrong {
    if (around.depth() == DEEPEST) {
      throw new Wrong("shapes use each other more than " + DEEPEST + " deep, or in a circle.");
    }
    Node with = value(use, WITH);
    return new Given(
        with instanceof MappingNode values ? values(values) : Map.of(), around, around.depth() + 1);
  }

  private static Map<String, Node> values(MappingNode mapping) {
    Map<String, Node> values = new HashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      values.put(YamlTree.name(tuple.getKeyNode()), tuple.getValueNode());
    }
    return values;
  }

  private static @Nullable Node value(MappingNode mapping, String name) {
    return values(mapping).get(name);
  }

  /**
   * The values of {@code {with.NAME}} within a piece.
   *
   * @param around what is given where the piece is used
   */
  record Given(Map<String, Node> values, @Nullable Given around, int depth) {
    /** Outside of every piece. */
    static final Given NOTHING = new Given(Map.of(), null, 0);

    /** A value, to be read with what is given where it is written. */
    record Whole(Node node, Given given) {}

    /** The value, where a string is nothing but one; else null. */
    @Nullable Whole whole(String text) throws Wrong {
      Matcher matcher = VALUE.matcher(text);
      return around != null && matcher.matches()
          ? new Whole(node(matcher.group(1)), around)
          : null;
    }

    /** A string with the texts of the values in it. */
    String filled(String text) throws Wrong {
      if (around == null) {
        return text;
      }
      Matcher matcher = VALUE.matcher(text);
      StringBuilder filled = new StringBuilder();
      while (matcher.find()) {
        if (!(node(matcher.group(1)) instanceof ScalarNode scalar)) {
          throw new Wrong("{with." + matcher.group(1) + "} stands within a text and is none.");
        }
        matcher.appendReplacement(
            filled, Matcher.quoteReplacement(around.filled(scalar.getValue())));
      }
      return matcher.appendTail(filled).toString();
    }

    private Node node(String name) throws Wrong {
      Node node = values.get(name);
      if (node == null) {
        throw new Wrong("the shape needs " + name + " in with.");
      }
      return node;
    }
  }
}
