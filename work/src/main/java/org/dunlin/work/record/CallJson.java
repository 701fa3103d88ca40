package org.dunlin.work.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dunlin.core.call.Transcript;
import org.dunlin.store.call.OutboundCall;
import org.jspecify.annotations.Nullable;

/** Calls to programs and mail servers, as programs read them. */
public final class CallJson {
  private static final JsonMapper JSON = new JsonMapper();

  private CallJson() {}

  /** What it was and how it ended, without what was said. */
  public static String one(OutboundCall call) {
    return object(call).toString();
  }

  /** One with what was asked and answered. */
  public static String withTexts(OutboundCall call) {
    ObjectNode json = object(call);
    Transcript said = call.transcript();
    if (said != null) {
      json.put("address", said.address());
      put(json.putObject("request"), said.asked(), said.request());
      put(json.putObject("reply"), said.answered(), said.reply());
    }
    return json.toString();
  }

  private static void put(ObjectNode json, List<String> headers, @Nullable String body) {
    ArrayNode lines = json.putArray("headers");
    headers.forEach(lines::add);
    if (body != null) {
      json.put("body", body);
    }
  }

  static ObjectNode object(OutboundCall call) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "call");
    json.put("id", call.id().toString());
    json.put("at", call.at().toString());
    json.put("connectionId", call.connectionId());
    json.put("about", call.occasion().about().name());
    text(json, "aboutId", call.occasion().id());
    text(json, "stream", call.occasion().stream());
    text(json, "deliveryId", call.deliveryId());
    if (call.attempt() != null) {
      json.put("attempt", call.attempt());
    }
    Transcript said = call.transcript();
    json.put("method", call.method());
    json.put("address", said == null ? call.host() : said.place());
    json.put("outcome", call.outcome().name());
    if (call.status() != null) {
      json.put("status", call.status());
    }
    json.put("millis", call.millis());
    json.put("sentBytes", call.sentBytes());
    if (call.cameBytes() != null) {
      json.put("receivedBytes", call.cameBytes());
    }
    text(json, "reason", said == null ? null : said.reason());
    return json;
  }

  private static void text(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
