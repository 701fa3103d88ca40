package org.dunlin.work.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.view.WorkList;
import org.jspecify.annotations.Nullable;

/**
 * JSON of what stops dunning because somebody said so, and of what was said: the canonical record,
 * with what it does not know under names that begin with {@code x-}.
 */
public final class TalkJson {
  private static final JsonMapper JSON = new JsonMapper();

  private TalkJson() {}

  /** A promise, a dispute, an arrangement or a hold. */
  public static String standstill(Standstill said) {
    ObjectNode json = canonical(said);
    json.put("x-id", said.id().toString());
    json.put("x-state", said.state().name());
    json.put("x-madeBy", said.made().by());
    json.put("x-madeOn", said.made().on().toString());
    put(json, "x-words", said.words().said());
    if (said.changed() != null) {
      json.put("x-changedBy", said.changed().by());
      json.put("x-changedOn", said.changed().on().toString());
    }
    put(json, "x-outcome", said.words().outcome());
    return json.toString();
  }

  /** A note, a call or an answer. */
  public static String entry(DialogueEntry said) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "note");
    json.put("id", said.id().toString());
    json.put("customerId", said.customerId().toString());
    UUID invoice = said.invoiceId();
    put(json, "invoiceId", invoice == null ? null : invoice.toString());
    json.put("kind", said.kind().name());
    put(json, "outcome", said.outcome() == null ? null : said.outcome().name());
    put(json, "actionId", said.actionId());
    json.put("by", said.madeBy());
    json.put("on", said.madeOn().toString());
    json.put("at", said.madeAt().toString());
    put(json, "text", said.text());
    return json.toString();
  }

  /** A task. */
  public static String task(WorkList.Line task) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "task");
    json.put("kind", task.kind().name());
    json.put("subjectId", task.subjectId());
    json.put("customerId", task.customerId().toString());
    UUID invoice = task.invoiceId();
    put(json, "invoiceId", invoice == null ? null : invoice.toString());
    json.put("due", task.due().toString());
    json.put("deadline", task.deadline().toString());
    json.put("urgency", task.urgency().name());
    json.put("amount", task.atRisk().getAmount().toPlainString());
    json.put("currency", task.atRisk().getCurrencyUnit().getCode());
    put(json, "assignee", task.assignee());
    return json.toString();
  }

  private static ObjectNode canonical(Standstill said) {
    try {
      return (ObjectNode) JSON.readTree(CanonicalWriter.line(said.record()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a canonical record is a JSON object", e);
    }
  }

  private static void put(ObjectNode json, String name, @Nullable String value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
