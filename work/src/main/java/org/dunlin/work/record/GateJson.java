package org.dunlin.work.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dunlin.core.dunning.GateFinding;
import org.dunlin.store.outbox.GateAskings.Asking;

/** What was found as messages were to leave, as JSON. */
public final class GateJson {
  private static final JsonMapper JSON = new JsonMapper();

  private GateJson() {}

  /** Of one message. */
  public static String asking(Asking asking) {
    return object(asking).toString();
  }

  /** Of several, in their order. */
  public static String askings(List<Asking> all) {
    ObjectNode object = JSON.createObjectNode();
    ArrayNode items = object.putArray("items");
    all.forEach(each -> items.add(object(each)));
    return object.toString();
  }

  private static ObjectNode object(Asking asking) {
    ObjectNode object = JSON.createObjectNode().put("type", "gate");
    object.put("messageId", asking.effectId().toString());
    object.put("actionId", asking.actionId());
    object.put("at", asking.at().toString());
    object.put("answer", asking.answer().name());
    ArrayNode findings = object.putArray("findings");
    for (GateFinding each : asking.findings()) {
      ObjectNode finding = findings.addObject();
      finding.put("check", each.check().name());
      finding.put("found", each.found().name());
      ObjectNode of = finding.putObject("of");
      each.of().forEach(of::put);
    }
    return object;
  }
}
