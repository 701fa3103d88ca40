package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Replies;

/**
 * POST /json/2/model/method with the arguments by their names; errors have a status of their own.
 */
final class OdooJson2 implements PlayedOdoo.Protocol {
  @Override
  public Map<String, String> settings() {
    return Map.of("protocol", "json-2");
  }

  @Override
  public PlayedOdoo.Call read(HttpCall call) {
    String[] path = call.address().getPath().split("/");
    JsonNode body = Replies.json(call.body());
    String key = call.headers().getOrDefault("authorization", "").replaceFirst("(?i)^bearer ", "");
    return new PlayedOdoo.Call(path[3], path[4], body.path("ids"), body, key);
  }

  @Override
  public HttpReply result(JsonNode result) {
    return Replies.json(200, result);
  }

  @Override
  public HttpReply failed(OdooError error) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("name", error.name()).put("message", error.getMessage());
    body.putArray("arguments").add(error.getMessage());
    body.putObject("context");
    body.put("debug", "Traceback (most recent call last): …");
    return Replies.json(status(error.name()), body);
  }

  private static int status(String name) {
    return switch (name) {
      case PlayedOdoo.ACCESS_DENIED -> 401;
      case "odoo.exceptions.MissingError" -> 404;
      case "odoo.exceptions.UserError" -> 422;
      default -> 500;
    };
  }
}
