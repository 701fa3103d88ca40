package org.dunlin.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.offer.ShownConnection;
import org.dunlin.work.program.Health;
import org.jspecify.annotations.Nullable;

/** A connection as JSON; of secrets their names alone, and what is absent is left out. */
final class ConnectionJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ConnectionJson() {}

  static String line(ShownConnection shown) {
    ObjectNode line =
        JSON.createObjectNode()
            .put("type", "connection")
            .put("id", shown.id())
            .put("program", shown.connection().program())
            .put("paused", shown.connection().paused());
    if (shown.health() != null) {
      write(shown, shown.health(), line);
    }
    shown.fixed().ifPresent(said -> line.put("setIn", said.place()));
    return line.toString();
  }

  private static void write(ShownConnection shown, Health health, ObjectNode line) {
    line.put("state", health.state().name());
    put(line, "reason", health.reason());
    put(line, "since", health.since());
    put(line, "nextDue", health.nextDue());
    put(line, "standIn", shown.standIn().orElse(null));
    ObjectNode settings = line.putObject("settings");
    new TreeMap<>(shown.connection().settings()).forEach(settings::put);
    new TreeSet<>(shown.kept()).forEach(line.putArray("secrets")::add);
    ArrayNode streams = line.putArray("streams");
    health.streams().stream()
        .filter(each -> each.reading() != Reading.WANTED && each.reading() != Reading.TOTALS)
        .forEach(each -> write(each, streams.addObject()));
    if (health.tieOut() != null) {
      line.putObject("tieOut")
          .put("state", health.tieOut().state().name())
          .put("businessDate", health.tieOut().businessDate().toString())
          .put("unexplained", health.tieOut().unexplained());
    }
    line.put("waiting", health.waiting().objects());
    ArrayNode quota = line.putArray("quota");
    for (ShownConnection.Gauge gauge : shown.quota()) {
      quota
          .addObject()
          .put("name", gauge.name())
          .put("used", gauge.used())
          .put("most", gauge.most())
          .put("kept", gauge.keep())
          .put("until", gauge.until().toString());
    }
  }

  private static void write(StreamState stream, ObjectNode json) {
    json.put("name", stream.stream());
    json.put("reading", stream.reading().name());
    put(json, "lastSuccess", stream.lastSuccessAt());
    put(json, "nextDue", stream.dueAt());
    put(json, "failure", stream.failure());
    put(json, "ahead", stream.ahead());
    if (stream.asked() != null) {
      json.put("missing", stream.asked());
    }
  }

  /** What a request says of a connection that is added or changed. */
  record Said(String program, Map<String, String> settings) {
    @Override
    public String toString() {
      return "Said[" + program + ", " + settings.keySet() + "]"; // never the values
    }
  }

  /**
   * Reads {@code {"program": …, "settings": {…}}}.
   *
   * @throws WrongRequest when it is no such object
   */
  static Said said(byte[] body) {
    JsonNode json = ProfileJson.object(body);
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> settings = new TreeMap<>();
    String program = "";
    for (var field : json.properties()) {
      switch (field.getKey()) {
        case "program" -> program = text(field.getKey(), field.getValue(), errors);
        case "settings" -> settings.putAll(texts(field.getValue(), errors));
        default ->
            errors.add(
                new FieldError(
                    field.getKey(), "A connection has program and settings, and no other."));
      }
    }
    if (program.isEmpty() && errors.isEmpty()) {
      errors.add(new FieldError("program", "The name of a program is needed, as in xero."));
    }
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return new Said(program, settings);
  }

  /**
   * Reads an object of texts, flags and numbers.
   *
   * @throws WrongRequest when it is none
   */
  static Map<String, String> values(byte[] body) {
    List<FieldError> errors = new ArrayList<>();
    Map<String, String> values = texts(ProfileJson.object(body), errors);
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return values;
  }

  private static Map<String, String> texts(JsonNode object, List<FieldError> errors) {
    Map<String, String> texts = new TreeMap<>();
    if (!object.isObject()) {
      errors.add(new FieldError("settings", "Settings are a JSON object of names and values."));
    }
    object
        .properties()
        .forEach(each -> texts.put(each.getKey(), text(each.getKey(), each.getValue(), errors)));
    return texts;
  }

  private static String text(String name, JsonNode value, List<FieldError> errors) {
    if (value.isTextual() || value.isBoolean() || value.isNumber()) {
      return value.asText();
    }
    if (!value.isNull()) {
      errors.add(new FieldError(name, name + " must be a text, a number, true or false."));
    }
    return "";
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
