package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.store.view.Questions;
import org.jspecify.annotations.Nullable;

/**
 * Whether two records are one, as JSON with what each connection says; what is absent is left out.
 */
final class QuestionJson {
  private static final JsonMapper JSON = new JsonMapper();

  private QuestionJson() {}

  static String line(Questions.Line question) {
    ObjectNode line = JSON.createObjectNode().put("type", "question");
    put(line, "id", question.id());
    put(line, "kind", question.kind());
    put(line, "state", question.state());
    put(line, "reason", question.reason());
    put(line, "askedAt", question.askedAt());
    put(line, "putOffUntil", question.putOffUntil());
    put(line, "decidedBy", question.decidedBy());
    put(line, "decidedAt", question.decidedAt());
    ArrayNode sides = line.putArray("sides");
    write(question.one(), sides.addObject());
    write(question.other(), sides.addObject());
    return line.toString();
  }

  private static void write(Questions.Side side, ObjectNode json) {
    json.put("connection", side.named().connectionId());
    json.put("sourceId", side.named().sourceId());
    put(json, "recordId", side.id());
    record(json, "invoice", side.invoice());
    record(json, "customer", side.customer());
  }

  private static void record(ObjectNode json, String name, @Nullable CanonicalRecord record) {
    if (record != null) {
      json.putRawValue(name, new RawValue(CanonicalWriter.line(record)));
    }
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
