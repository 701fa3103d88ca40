package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.jspecify.annotations.Nullable;

/** The form in which a run's state is kept; what is absent is left out. */
final class PullStateJson {
  private PullStateJson() {}

  static String write(PullState state) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("stream", state.stream());
    json.put("purpose", state.purpose().name());
    json.put("started", state.started().toString());
    put(json, "clock", state.clock() == null ? null : state.clock().toString());
    put(json, "kept", state.kept());
    put(json, "base", state.base());
    json.put("exact", state.exact());
    json.put("number", state.number());
    put(json, "token", state.token());
    json.put("pages", state.pages());
    put(json, "highest", state.highest());
    put(json, "known", state.known());
    put(json, "digest", state.digest());
    return new String(Json.write(json), StandardCharsets.UTF_8);
  }

  static PullState read(String text) {
    try {
      JsonNode json = Json.read(text.getBytes(StandardCharsets.UTF_8));
      String clock = optional(json, "clock");
      return new PullState(
          required(json, "stream"),
          Purpose.valueOf(required(json, "purpose")),
          Instant.parse(required(json, "started")),
          clock == null ? null : Instant.parse(clock),
          optional(json, "kept"),
          optional(json, "base"),
          json.path("exact").asBoolean(),
          json.path("number").asLong(),
          optional(json, "token"),
          json.path("pages").asInt(),
          optional(json, "highest"),
          optional(json, "known"),
          optional(json, "digest"));
    } catch (NotJson | DateTimeException e) {
      throw new IllegalArgumentException("This is not the state of a run.", e);
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static String required(JsonNode json, String name) {
    String value = optional(json, name);
    if (value == null) {
      throw new IllegalArgumentException("The state of a run has no " + name + ".");
    }
    return value;
  }

  private static @Nullable String optional(JsonNode json, String name) {
    return json.path(name).isTextual() ? json.path(name).textValue() : null;
  }
}
