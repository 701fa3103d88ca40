package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parameter {@code order}: fields with ASC or DESC; without it the order of making. */
final class XeroOrder {
  private XeroOrder() {}

  static Stream<ObjectNode> sorted(Stream<ObjectNode> found, String order) {
    if (order.isBlank()) {
      return found;
    }
    List<Comparator<ObjectNode>> all = new ArrayList<>();
    for (String part : order.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      Comparator<ObjectNode> by =
          (one, other) -> XeroWhere.compare(value(one, words[0]), value(other, words[0]));
      boolean down = words.length > 1 && words[1].toUpperCase(Locale.ROOT).equals("DESC");
      all.add(down ? by.reversed() : by);
    }
    return found.sorted(all.stream().reduce(Comparator::thenComparing).orElseThrow());
  }

  static JsonNode value(JsonNode json, String path) {
    return json.at("/" + path.replace('.', '/'));
  }
}
