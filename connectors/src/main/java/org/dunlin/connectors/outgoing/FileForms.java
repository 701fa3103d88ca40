package org.dunlin.connectors.outgoing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.LinedTree;
import org.dunlin.connectors.yaml.Yaml;
import org.dunlin.connectors.yaml.YamlSchema;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Makes the form of a file of a description in YAML, or says all that is wrong with it. */
public final class FileForms {
  private static final String PLACE = "description";
  private static final YamlSchema SCHEMA =
      new YamlSchema(FileForms.class, "outgoing.schema.json", "The description");

  private FileForms() {}

  /** What became of a description. */
  public sealed interface Made<T> {
    /** It can be used. */
    record Sound<T>(FileForm<T> form) implements Made<T> {}

    /** It is refused for these reasons, of which there is at least one. */
    record Faulty<T>(List<Fault> faults) implements Made<T> {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /**
   * The form of a file of matched payments.
   *
   * @param description empty: all that is known, under its own names
   */
  public static Made<MatchedLine> matched(String description) {
    return made(description, Fields.MATCHED);
  }

  /** The form of a file that says how an invoice stands; as {@link #matched}. */
  public static Made<StandingLine> standing(String description) {
    return made(description, Fields.STANDING);
  }

  private static <T> Made<T> made(String description, Map<String, Function<T, Cell>> fields) {
    if (description.isBlank()) {
      DateTimeFormatter iso = DateTimeFormatter.ISO_LOCAL_DATE;
      return new Made.Sound<>(
          new FileForm<>(';', StandardCharsets.UTF_8, false, true, '.', iso, fields));
    }
    Faults faults = new Faults();
    byte[] bytes = description.getBytes(StandardCharsets.UTF_8);
    MappingNode root = Yaml.root(bytes, PLACE, PLACE, "columns: and delimiter:", faults);
    if (root != null) {
      LinedTree tree = new LinedTree(root, PLACE, faults);
      if (faults.none()) {
        SCHEMA.check(tree.root(), tree::line, PLACE, faults);
      }
      Map<String, Function<T, Cell>> columns = columns(tree, fields, faults);
      if (faults.none()) {
        return new Made.Sound<>(form(tree.root(), columns));
      }
    }
    return new Made.Faulty<>(faults.all());
  }

  private static <T> Map<String, Function<T, Cell>> columns(
      LinedTree tree, Map<String, Function<T, Cell>> fields, Faults faults) {
    Map<String, Function<T, Cell>> columns = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : tree.root().path("columns").properties()) {
      Function<T, Cell> field = fields.get(each.getValue().asText());
      if (field == null) {
        faults.add(
            PLACE,
            tree.line("/columns/" + YamlSchema.escaped(each.getKey())),
            "columns: "
                + YamlSchema.shown(each.getValue())
                + " is nothing that such a file has; it has "
                + String.join(", ", fields.keySet())
                + ".");
      } else {
        columns.put(each.getKey(), field);
      }
    }
    return columns;
  }

  private static <T> FileForm<T> form(ObjectNode said, Map<String, Function<T, Cell>> columns) {
    String delimiter = said.path("delimiter").asText(";");
    String encoding = said.path("encoding").asText("UTF-8");
    return new FileForm<>(
        delimiter.equals("tab") ? '\t' : delimiter.charAt(0),
        Charset.forName(encoding),
        said.path("mark").asBoolean(false) && encoding.equals("UTF-8"),
        said.path("header").asBoolean(true),
        said.path("decimal").asText(".").charAt(0),
        DateTimeFormatter.ofPattern(
            said.path("dates").asText("yyyy-MM-dd").replace('y', 'u'), Locale.ROOT),
        columns);
  }
}
