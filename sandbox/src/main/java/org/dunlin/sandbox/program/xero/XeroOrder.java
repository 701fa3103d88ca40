package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.Locale;

/** The parameter {@code order}: fields with ASC or DESC; without it the order of making. */
final class XeroOrder {
  private XeroOrder() {}

  static Comparator<ObjectNode> of(String order) {
    Comparator<ObjectNode> all = (one, other) -> 0;
    if (order.isBlank()) {
      return all;
    }
    for (String part : order.split(",", -1)) {
      String[] words = part.strip().split("\\s+", -1);
      Comparator<ObjectNode> by =
          (one, other) -> XeroWhere.compare(value(one, words[0]), value(other, words[0]));
      boolean down = words.length > 1 && words[1].toUpperCase(Locale.ROOT).equals("DESC");
      all = all.thenComparing(down ? by.reversed() : by);
    }
    return all;
  }

  static JsonNode value(JsonNode json, String path) {
    return json.at("/" + path.replace('.', '/'));
  }
}
