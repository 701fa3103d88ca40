package org.dunlin.work.contract.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Replies;

/** POST /jsonrpc with execute_kw; the answer is always 200, and an error lies in it. */
final class OdooJsonRpc implements PlayedOdoo.Protocol {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Override
  public Map<String, String> settings() {
    return Map.of("protocol", "json-rpc", "database", "example", "user", "hub@example.com");
  }

  @Override
  public PlayedOdoo.Call read(HttpCall call) {
    JsonNode parameters = Replies.json(call.body()).path("params");
    JsonNode args = parameters.path("args");
    String key = args.path(2).asText();
    if (parameters.path("service").asText().equals("common")) {
      return new PlayedOdoo.Call("", parameters.path("method").asText(), args, args, key);
    }
    JsonNode positional = args.path(5);
    ObjectNode named = args.path(6).deepCopy();
    boolean create = args.path(4).asText().equals("create");
    if (create) {
      named.set("vals_list", positional.path(0));
    }
    return new PlayedOdoo.Call(
        args.path(3).asText(),
        args.path(4).asText(),
        create ? JSON.arrayNode() : positional.path(0),
        named,
        key);
  }

  @Override
  public HttpReply result(JsonNode result) {
    ObjectNode body = JSON.objectNode().put("jsonrpc", "2.0").putNull("id");
    body.set("result", result);
    return Replies.json(200, body);
  }

  @Override
  public HttpReply failed(OdooError error) {
    boolean expired = error.name().equals(PlayedOdoo.SESSION_EXPIRED);
    ObjectNode body = JSON.objectNode().put("jsonrpc", "2.0").putNull("id");
    ObjectNode said = body.putObject("error").put("code", expired ? 100 : 200);
    said.put("message", expired ? "Odoo Session Expired" : "Odoo Server Error");
    ObjectNode data = said.putObject("data").put("name", error.name());
    data.put("message", error.getMessage()).put("debug", "Traceback (most recent call last): …");
    data.putArray("arguments").add(error.getMessage());
    data.putObject("context");
    return Replies.json(200, body);
  }
}
