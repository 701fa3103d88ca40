package org.dunlin.work.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.connectors.csv.Sheet;
import org.dunlin.core.sheet.SheetMapping;

/** What was said of the columns of a file, as JSON. */
public final class MappingJson {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> KINDS = Set.of("invoices", "customers", "statement");
  private static final Set<String> CONSTANTS = Set.of("currency", "country", "language", "account");
  private static final int LONGEST = 100;

  private MappingJson() {}

  /** As JSON. */
  public static String write(SheetMapping mapping) {
    return node(mapping).toString();
  }

  /** As a part of more JSON. */
  public static ObjectNode node(SheetMapping mapping) {
    ObjectNode json = JSON.createObjectNode().put("kind", mapping.kind());
    ObjectNode columns = json.putObject("columns");
    mapping.columns().forEach((number, target) -> columns.put(number.toString(), target));
    json.put("dates", mapping.dates()).put("decimal", mapping.decimal());
    ObjectNode constants = json.putObject("constants");
    mapping.constants().forEach(constants::put);
    ObjectNode words = json.putObject("words");
    new TreeMap<>(mapping.words())
        .forEach(
            (meaning, all) -> {
              ArrayNode list = words.putArray(meaning);
              all.forEach(list::add);
            });
    return json;
  }

  /** Of JSON that the hub wrote itself. */
  static SheetMapping kept(String json) {
    try {
      return read(json.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("what is kept was checked before", e);
    }
  }

  /**
   * Of JSON that somebody sent.
   *
   * @throws IllegalArgumentException with what is wrong with it, as a sentence
   */
  public static SheetMapping read(byte[] body) {
    JsonNode json = tree(body);
    String kind = json.path("kind").asText();
    must(KINDS.contains(kind), "kind is one of invoices, customers and statement.");
    List<String> targets = Sheet.targets(kind);
    Map<Integer, String> columns = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("columns").properties()) {
      must(each.getKey().matches("[1-9][0-9]{0,3}"), "Columns are named by their number from 1.");
      String target = each.getValue().asText();
      must(targets.contains(target), "A column of " + kind + " is one of " + targets + ".");
      columns.put(Integer.valueOf(each.getKey()), target);
    }
    Map<String, String> constants = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("constants").properties()) {
      must(CONSTANTS.contains(each.getKey()), "Constants are " + CONSTANTS + ".");
      constants.put(each.getKey(), text(each.getValue()));
    }
    constants.values().removeIf(String::isBlank);
    Map<String, List<String>> words = new TreeMap<>();
    for (Map.Entry<String, JsonNode> each : json.path("words").properties()) {
      List<String> all = new ArrayList<>();
      each.getValue().forEach(word -> all.add(text(word)));
      words.put(each.getKey(), all);
    }
    return new SheetMapping(
        kind, columns, text(json.path("dates")), text(json.path("decimal")), constants, words);
  }

  private static JsonNode tree(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      must(json != null && json.isObject(), "A mapping is a JSON object.");
      return json;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is no JSON.", e);
    } catch (IOException e) {
      throw new IllegalStateException("bytes can be read", e);
    }
  }

  private static String text(JsonNode node) {
    String text = node.asText("").strip();
    must(text.length() <= LONGEST, "A word has at most " + LONGEST + " characters.");
    return text;
  }

  private static void must(boolean right, String sentence) {
    if (!right) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
