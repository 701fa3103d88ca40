package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Json;
import org.dunlin.core.port.HttpCall;

/**
 * A call of a model's method, by either of Odoo's interfaces.
 *
 * @param named its arguments by their names
 */
record OdooCall(String model, String method, JsonNode positional, JsonNode named) {
  /** The call that a request makes; none of a sign-in. */
  static Optional<OdooCall> of(HttpCall call) {
    JsonNode body = Json.read(call.body());
    String[] path = call.address().getPath().split("/");
    if (path[1].equals("json")) {
      return Optional.of(new OdooCall(path[3], path[4], body.path("none"), body));
    }
    JsonNode args = body.at("/params/args");
    return args.size() < 7
        ? Optional.empty()
        : Optional.of(
            new OdooCall(args.get(3).asText(), args.get(4).asText(), args.get(5), args.get(6)));
  }

  /** The fields that are asked for. */
  List<String> fields() {
    List<String> fields = new ArrayList<>();
    named.path("fields").forEach(each -> fields.add(each.asText()));
    return fields;
  }

  /** The fields by which is searched. */
  List<String> searched() {
    List<String> searched = new ArrayList<>();
    for (JsonNode term : named.path("domain")) {
      if (term.isArray()) {
        searched.add(term.get(0).asText());
      }
    }
    String order = named.path("order").asText();
    if (!order.isEmpty()) {
      searched.add(order.split(" ")[0]);
    }
    return searched;
  }

  /** The fields of objects that are made. */
  List<String> written() {
    List<String> written = new ArrayList<>();
    JsonNode made = named.has("vals_list") ? named.path("vals_list") : positional.path(0);
    if (method.equals("create")) {
      made.forEach(each -> each.fieldNames().forEachRemaining(written::add));
    }
    return written;
  }
}
