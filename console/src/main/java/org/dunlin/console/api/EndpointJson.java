package org.dunlin.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.Effect;
import org.jspecify.annotations.Nullable;

/** Programs that are told what happens, as JSON. */
final class EndpointJson {
  private static final JsonMapper JSON = new JsonMapper();

  private EndpointJson() {}

  static ObjectNode all(List<EventEndpoint> endpoints, boolean whole) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode items = json.putArray("items");
    endpoints.forEach(endpoint -> items.add(of(endpoint, whole)));
    return json;
  }

  /**
   * One of them.
   *
   * @param whole whether the reader may see all of the address, which is often a secret
   */
  static ObjectNode of(EventEndpoint endpoint, boolean whole) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "event-endpoint");
    json.put("id", endpoint.id().toString());
    json.put("name", endpoint.name());
    json.put("address", whole ? endpoint.address() : endpoint.place());
    ArrayNode kinds = json.putArray("kinds");
    endpoint.kinds().stream().sorted().map(EventKind::word).forEach(kinds::add);
    json.put("state", endpoint.state().name());
    put(json, "why", endpoint.why());
    json.put("madeAt", endpoint.madeAt().toString());
    json.put("madeBy", endpoint.madeBy());
    put(json, "failingSince", endpoint.failingSince());
    put(json, "succeededAt", endpoint.succeededAt());
    put(json, "earlierSecretUntil", endpoint.earlierUntil());
    return json;
  }

  static ObjectNode line(EventLog.Line line) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "event");
    json.put("id", line.effectId().toString());
    json.put("kind", line.kind().word());
    json.put("state", line.state().name());
    json.put("attempts", line.attempts());
    json.put("decidedAt", line.decidedAt().toString());
    answer(json, line.status(), line.answer());
    return json;
  }

  static ObjectNode event(Effect effect, List<EventLog.Attempt> attempts) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "event");
    json.put("id", effect.id().toString());
    json.put("state", effect.state().name());
    json.put("decidedAt", effect.decidedAt().toString());
    String payload = effect.payload();
    if (payload != null) {
      try {
        json.set("body", JSON.readTree(payload));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("what programs are told is JSON", e);
      }
    }
    ArrayNode all = json.putArray("attempts");
    for (EventLog.Attempt attempt : attempts) {
      ObjectNode one = all.addObject();
      one.put("at", attempt.at().toString());
      answer(one, attempt.status(), attempt.answer());
      one.put("tookMillis", attempt.tookMillis());
    }
    return json;
  }

  private static void answer(ObjectNode json, @Nullable Integer status, @Nullable String answer) {
    if (status != null) {
      json.put("status", status);
    }
    put(json, "answer", answer);
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value instanceof Instant || value instanceof String) {
      json.put(name, value.toString());
    }
  }
}
