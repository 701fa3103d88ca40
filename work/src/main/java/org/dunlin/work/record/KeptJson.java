package org.dunlin.work.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Problem;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryOrigins;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.view.Deliveries;
import org.jspecify.annotations.Nullable;

/** Writes one object as one line; what is absent is left out. */
public final class KeptJson {
  private static final JsonMapper JSON = new JsonMapper();

  private KeptJson() {}

  /** A message with what it says, unless that was erased or dropped. */
  public static String message(Effect effect) {
    ObjectNode line = object("message", effect.id());
    line.put("kind", effect.kind().name());
    line.put("state", effect.state().name());
    line.put("connection", effect.connectionId());
    put(line, "actionId", effect.actionId());
    line.put("businessDate", effect.businessDate().toString());
    line.put("decidedAt", effect.decidedAt().toString());
    put(line, "finishedAt", effect.finishedAt());
    line.put("attempts", effect.attempts());
    put(line, "reason", effect.reason());
    putJson(line, "content", effect.payload());
    return line.toString();
  }

  /** A row of the journal. */
  public static String entry(Journal.Entry entry) {
    ObjectNode line = object("journal", entry.id());
    line.put("at", entry.at().toString());
    line.put("businessDate", entry.businessDate().toString());
    line.put("actor", entry.actor());
    line.put("subjectKind", entry.subjectKind());
    line.put("subjectId", entry.subjectId());
    line.put("event", entry.event());
    put(line, "reason", entry.reason());
    putJson(line, "before", entry.before());
    putJson(line, "after", entry.after());
    return line.toString();
  }

  /** A delivery, with how many of its records have problems. */
  public static String delivery(Deliveries.Line line) {
    return deliveryObject(line).toString();
  }

  /**
   * A delivery with the problems of its records.
   *
   * @param in in what it came; empty of most
   */
  public static String delivery(
      Deliveries.Line line, List<Problem> problems, Optional<DeliveryOrigins.In> in) {
    ObjectNode object = deliveryObject(line);
    put(object, "archive", in.map(DeliveryOrigins.In::archiveId).orElse(null));
    put(object, "messageId", in.map(DeliveryOrigins.In::messageId).orElse(null));
    ArrayNode array = object.putArray("problems");
    problems.forEach(problem -> array.addRawValue(new RawValue(CanonicalWriter.line(problem))));
    return object.toString();
  }

  private static ObjectNode deliveryObject(Deliveries.Line line) {
    Delivery delivery = line.delivery();
    ObjectNode object = object("delivery", delivery.id());
    object.put("connection", delivery.connectionId());
    object.put("name", delivery.name());
    object.put("state", delivery.state().name());
    object.put("bytes", delivery.bytes());
    object.put("receivedAt", delivery.receivedAt().toString());
    put(object, "format", delivery.format());
    object.put("records", delivery.records());
    object.put("problemCount", line.problems());
    put(object, "reasonCode", delivery.reasonCode());
    put(object, "reason", delivery.reason());
    put(object, "contentGone", delivery.rawGone());
    return object;
  }

  private static ObjectNode object(String type, Object id) {
    return JSON.createObjectNode().put("type", type).put("id", id.toString());
  }

  private static void put(ObjectNode line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value.toString());
    }
  }

  private static void putJson(ObjectNode line, String name, @Nullable String json) {
    try {
      if (json != null) {
        line.set(name, JSON.readTree(json));
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }
}
