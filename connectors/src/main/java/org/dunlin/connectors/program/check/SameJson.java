package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;

/** Whether two values of JSON say the same: 10 and 10.00 do, as numbers. */
final class SameJson {
  private SameJson() {}

  static boolean same(JsonNode one, JsonNode other) {
    return one.equals(SameJson::order, other);
  }

  private static int order(JsonNode one, JsonNode other) {
    if (one.isNumber() && other.isNumber()) {
      return one.decimalValue().compareTo(other.decimalValue());
    }
    return one.equals(other) ? 0 : 1;
  }
}
