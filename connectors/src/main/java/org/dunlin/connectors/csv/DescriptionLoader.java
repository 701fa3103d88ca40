package org.dunlin.connectors.csv;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.LinedTree;
import org.dunlin.connectors.yaml.Yaml;
import org.dunlin.connectors.yaml.YamlSchema;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Makes a description of a file, or says all that is wrong with it. */
final class DescriptionLoader {
  private static final YamlSchema SCHEMA =
      new YamlSchema(DescriptionLoader.class, "csv.schema.json", "The description");
  private static final String EXTENDS = "extends";

  private final Function<String, @Nullable ObjectNode> extended;

  /**
   * @param extended the form of the description of a name that another may extend
   */
  DescriptionLoader(Function<String, @Nullable ObjectNode> extended) {
    this.extended = extended;
  }

  /** A file that was loaded, or its faults. */
  sealed interface Loaded {
    /** It can be used; its form is what others may extend. */
    record Sound(Description description, ObjectNode form) implements Loaded {}

    /** It is refused for these reasons, of which there is at least one. */
    record Faulty(List<Fault> faults) implements Loaded {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads and checks a file. */
  Loaded load(String file, byte[] bytes) {
    Faults faults = new Faults();
    MappingNode root = Yaml.root(bytes, file, "description", "description: and kind:", faults);
    if (root == null) {
      return new Loaded.Faulty(faults.all());
    }
    LinedTree tree = new LinedTree(root, file, faults);
    ObjectNode form = whole(tree, file, faults);
    questions(form, "", tree, file, faults);
    if (!faults.none()) {
      return new Loaded.Faulty(faults.all());
    }
    SCHEMA.check(form, tree::line, file, faults);
    if (!faults.none()) {
      return new Loaded.Faulty(faults.all());
    }
    Form fields = new Form(form, tree::line, file, faults);
    Description description = fields.description();
    if (faults.none()) {
      DescriptionRules.check(description, fields);
    }
    return faults.none() ? new Loaded.Sound(description, form) : new Loaded.Faulty(faults.all());
  }

  /** What a proposal left open is said as such, and not as a wrong value. */
  private static void questions(
      JsonNode node, String pointer, LinedTree tree, String file, Faults faults) {
    if (node.isTextual() && node.textValue().equals(Proposal.QUESTION)) {
      String place = YamlSchema.place(pointer);
      faults.add(file, tree.line(pointer), place + ": this is still a question; answer it.");
    }
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      String inner = pointer + "/" + YamlSchema.escaped(each.getKey());
      questions(each.getValue(), inner, tree, file, faults);
    }
  }

  /** What is said here takes the place of what the extended one says, by name. */
  private ObjectNode whole(LinedTree tree, String file, Faults faults) {
    JsonNode name = tree.root().path(EXTENDS);
    if (!name.isTextual()) {
      return tree.root();
    }
    ObjectNode base = extended.apply(name.asText());
    if (base == null) {
      String sentence = EXTENDS + ": the hub carries along no description " + name.asText() + ".";
      faults.add(file, tree.line("/" + EXTENDS), sentence);
      return tree.root();
    }
    ObjectNode whole = base.deepCopy();
    whole.remove(EXTENDS);
    for (Map.Entry<String, JsonNode> each : tree.root().properties()) {
      JsonNode before = whole.get(each.getKey());
      if (before instanceof ObjectNode fields && each.getValue() instanceof ObjectNode more) {
        fields.setAll(more);
      } else {
        whole.set(each.getKey(), each.getValue());
      }
    }
    return whole;
  }
}
