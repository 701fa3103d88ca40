package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/**
 * A search domain: terms of field, operator and value, all of which must hold; {@code |} before two
 * of them means one or the other (Odoo's documentation of the ORM, "Search domains").
 */
final class OdooDomain {
  private final JsonNode terms;
  private final OdooTables tables;

  OdooDomain(JsonNode terms, OdooTables tables) {
    this.terms = terms;
    this.tables = tables;
  }

  boolean holds(ObjectNode row) {
    Deque<JsonNode> left = new ArrayDeque<>();
    terms.forEach(left::add);
    boolean all = true;
    while (!left.isEmpty()) {
      all &= next(left, row);
    }
    return all;
  }

  private boolean next(Deque<JsonNode> left, ObjectNode row) {
    JsonNode term = left.remove();
    if (term.isTextual()) {
      boolean one = next(left, row);
      boolean other = next(left, row);
      return switch (term.asText()) {
        case "|" -> one || other;
        case "&" -> one && other;
        default -> throw new OdooError("builtins.ValueError", "Invalid domain term " + term);
      };
    }
    return compared(field(row, term.get(0).asText()), term.get(1).asText(), term.get(2));
  }

  /** The value of a field, or of a field of the record that another one leads to. */
  private JsonNode field(ObjectNode row, String path) {
    String[] names = path.split("\\.");
    JsonNode value = OdooTables.value("of the domain", row, names[0]);
    if (names.length == 1 || !value.isArray()) {
      return value.isArray() && value.size() == 2 ? value.get(0) : value;
    }
    return tables
        .find("account.move", value.get(0).asInt())
        .map(other -> OdooTables.value("account.move", other, names[1]))
        .orElseThrow();
  }

  private static boolean compared(JsonNode value, String how, JsonNode with) {
    return switch (how) {
      case "=" -> same(value, with);
      case "!=" -> !same(value, with);
      case "in" -> among(value, with);
      case "not in" -> !among(value, with);
      case "ilike" ->
          value.asText().toLowerCase(Locale.ROOT).contains(with.asText().toLowerCase(Locale.ROOT));
      case ">" -> order(value, with) > 0;
      case ">=" -> order(value, with) >= 0;
      case "<" -> order(value, with) < 0;
      case "<=" -> order(value, with) <= 0;
      default -> throw new OdooError("builtins.ValueError", "Invalid operator " + how);
    };
  }

  private static boolean among(JsonNode value, JsonNode list) {
    for (JsonNode each : list) {
      if (same(value, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean same(JsonNode value, JsonNode with) {
    return value.isNumber() && with.isNumber()
        ? value.decimalValue().compareTo(with.decimalValue()) == 0
        : value.equals(with);
  }

  private static int order(JsonNode value, JsonNode with) {
    return value.isNumber()
        ? value.decimalValue().compareTo(with.decimalValue())
        : value.asText().compareTo(with.asText());
  }
}
