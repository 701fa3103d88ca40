package org.dunlin.work.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Action;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.Chain;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.Messages;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A trace, as programs read it: a list a station, with what each names of the others. */
public final class TraceJson {
  private static final JsonMapper JSON = new JsonMapper();

  private TraceJson() {}

  /** The trace. */
  public static String of(Chain chain) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode deliveries = station(json, "deliveries", chain.deliveries());
    chain.deliveries().items().forEach(line -> delivery(deliveries.addObject(), line, chain));
    ArrayNode changes = station(json, "changes", chain.changes());
    chain.changes().items().forEach(change -> change(changes.addObject(), change));
    ArrayNode matched = station(json, "matched", chain.matched());
    chain.matched().items().forEach(line -> matched(matched.addObject(), line));
    ArrayNode decided = json.putArray("decided");
    chain.decided().forEach(action -> decided.add(action(action)));
    ArrayNode effects = station(json, "effects", chain.effects());
    chain.effects().items().forEach(line -> effect(effects.addObject(), line, chain));
    return json.toString();
  }

  private static ArrayNode station(ObjectNode json, String name, Chain.Some<?> some) {
    if (some.more()) {
      json.withArray("more").add(name);
    }
    return json.putArray(name);
  }

  private static void delivery(ObjectNode json, Deliveries.Line line, Chain chain) {
    Delivery delivery = line.delivery();
    json.put("id", delivery.id().toString());
    json.put("name", delivery.name());
    json.put("connectionId", delivery.connectionId());
    json.put("receivedAt", delivery.receivedAt().toString());
    json.put("bytes", delivery.bytes());
    json.put("state", delivery.state().name());
    text(json, "format", delivery.format());
    text(json, "reason", delivery.reason());
    json.put("problems", line.problems());
    OutboundCall pull = chain.pulls().get(delivery.id());
    if (pull != null) {
      json.set("call", CallJson.object(pull));
    }
  }

  private static void change(ObjectNode json, Chain.Change change) {
    json.put("kind", change.kind().name().toLowerCase(Locale.ROOT));
    json.put("id", change.recordId().toString());
    text(json, "name", change.name());
    text(json, "event", change.event());
    Money amount = change.amount();
    if (amount != null) {
      json.put("amount", amount.getAmount().toPlainString());
      json.put("currency", amount.getCurrencyUnit().getCode());
    }
    json.put("deliveryId", change.deliveryId().toString());
  }

  private static void matched(ObjectNode json, AllocationLine line) {
    json.put("id", line.id().toString());
    text(json, "paymentId", line.paymentId());
    text(json, "creditNoteId", line.creditNoteId());
    json.put("invoiceId", line.invoiceId().toString());
    json.put("amount", line.amount().getAmount().toPlainString());
    json.put("currency", line.amount().getCurrencyUnit().getCode());
    json.put("decision", line.decision().name());
    text(json, "rule", line.rule());
    BigDecimal confidence = line.confidence();
    text(json, "confidence", confidence == null ? null : confidence.toPlainString());
    ArrayNode evidence = json.putArray("evidence");
    line.evidence().forEach(evidence::add);
    json.put("decidedBy", line.decidedBy());
    json.put("decidedAt", line.decidedAt().toString());
  }

  private static ObjectNode action(Action action) {
    try {
      return (ObjectNode) JSON.readTree(CanonicalWriter.line(action));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an action is written as JSON", e);
    }
  }

  private static void effect(ObjectNode json, Messages.Line line, Chain chain) {
    json.put("id", line.id().toString());
    json.put("kind", line.kind().name());
    json.put("state", line.state().name());
    json.put("decidedAt", line.decidedAt().toString());
    json.put("connectionId", line.connectionId());
    json.put("attempts", line.attempts());
    text(json, "reason", line.reason());
    ArrayNode calls = json.putArray("calls");
    Chain.Some<OutboundCall> some = chain.calls().get(line.id());
    if (some != null) {
      some.items().forEach(call -> calls.add(CallJson.object(call)));
      if (some.more()) {
        json.put("moreCalls", true);
      }
    }
  }

  private static void text(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
