package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Forms;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Paged;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;

/** Answers a list: {@code $filter}, {@code $orderby}, {@code $select}, {@code $top}, pages. */
final class ODataList {
  private final EntitySet set;
  private final Set<String> fields;
  private final int pageSize;

  ODataList(EntitySet set, int pageSize) {
    this.set = set;
    this.fields = ODataFields.of(set.path());
    this.pageSize = pageSize;
  }

  /**
   * The answer.
   *
   * @param base the address of the division
   */
  Reply answer(Ask ask, String base) {
    Predicate<JsonNode> filter = ODataFilter.of(ask.query("$filter").orElse(""), fields);
    Stream<ObjectNode> fitting = set.rows().get().stream().filter(filter);
    List<ObjectNode> found =
        sorted(fitting, ask.query("$orderby").orElse(""))
            .limit(ask.query("$top", Integer.MAX_VALUE))
            .toList();
    int offset = ask.query("$skiptoken").map(token -> after(found, token)).orElse(0);
    Set<String> selected = selected(ask.query("$select").orElse(""));
    ArrayNode results =
        Json.array(
            Paged.page(found, offset, pageSize, ask.twist()),
            row -> ODataEntity.of(set, row, selected, base));
    ObjectNode body = Json.object();
    ObjectNode d = body.putObject("d");
    if ("allpages".equals(ask.query("$inlinecount").orElse(""))) {
      d.put("__count", Integer.toString(found.size()));
    }
    d.set("results", results);
    if (offset + pageSize < found.size()) {
      d.put("__next", next(ask, base, i -> token(found.get(i)), offset + pageSize - 1));
    }
    return Reply.json(body);
  }

  private String next(Ask ask, String base, IntFunction<String> token, int last) {
    Map<String, String> query = new LinkedHashMap<>(ask.query());
    query.put("$skiptoken", token.apply(last));
    return base + "/" + set.path() + "?" + Forms.write(query).replace("%24", "$");
  }

  private String token(ObjectNode row) {
    String key = row.path(set.key()).asText();
    return set.key().equals("Timestamp") ? key + "L" : "guid'" + key + "'";
  }

  /** A page begins behind the row whose key the token is. */
  private int after(List<ObjectNode> found, String token) {
    String key = token.replaceFirst("^guid'(.*)'$", "$1").replaceFirst("(\\d)L$", "$1");
    for (int i = 0; i < found.size(); i++) {
      String other = found.get(i).path(set.key()).asText();
      if (other.equals(key)
          || (set.key().equals("Timestamp") && Long.parseLong(other) > Long.parseLong(key))) {
        return other.equals(key) ? i + 1 : i;
      }
    }
    if (set.key().equals("Timestamp")) {
      return found.size();
    }
    throw new Refusal(400, "The $skiptoken names no row.");
  }

  private Set<String> selected(String select) {
    if (select.isBlank() || select.equals("*")) {
      return fields;
    }
    Set<String> selected = new LinkedHashSet<>();
    Arrays.stream(select.split(",", -1)).map(String::strip).forEach(selected::add);
    selected.removeIf(name -> name.contains("/"));
    for (String name : selected) {
      if (!fields.contains(name)) {
        throw ODataFields.unknown(name);
      }
    }
    return selected;
  }

  private Stream<ObjectNode> sorted(Stream<ObjectNode> rows, String orderBy) {
    if (orderBy.isBlank()) {
      return rows;
    }
    List<Comparator<ObjectNode>> all = new ArrayList<>();
    for (String part : orderBy.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      if (!fields.contains(words[0])) {
        throw ODataFields.unknown(words[0]);
      }
      Comparator<ObjectNode> by = (one, other) -> compare(one.path(words[0]), other.path(words[0]));
      all.add(words.length > 1 && words[1].equals("desc") ? by.reversed() : by);
    }
    return rows.sorted(all.stream().reduce(Comparator::thenComparing).orElseThrow());
  }

  private static int compare(JsonNode one, JsonNode other) {
    boolean numbers = isNumber(one) && isNumber(other);
    return numbers
        ? ODataLiteral.number(one).compareTo(ODataLiteral.number(other))
        : one.asText().compareTo(other.asText());
  }

  private static boolean isNumber(JsonNode node) {
    return node.isNumber() || node.asText().matches("-?\\d+|/Date\\(-?\\d+\\)/");
  }
}
