package org.dunlin.work.record;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import org.dunlin.store.dialogue.HandOver;

/** Cases that others collect, as programs read them. */
public final class HandOverJson {
  private static final JsonMapper JSON = new JsonMapper();

  private HandOverJson() {}

  /** All of them. */
  public static String list(List<HandOver> cases) {
    ObjectNode list = JSON.createObjectNode();
    var items = list.putArray("items");
    cases.forEach(each -> items.add(object(each)));
    return list.toString();
  }

  /** One of them. */
  public static String one(HandOver handOver) {
    return object(handOver).toString();
  }

  private static ObjectNode object(HandOver each) {
    ObjectNode json = JSON.createObjectNode();
    json.put("type", "handOver");
    json.put("id", each.id().toString());
    json.put("customerId", each.customerId().toString());
    json.put("actionId", each.actionId());
    json.put("agency", each.agency());
    json.put("agencyName", each.agencyName());
    json.put("on", each.decidedOn().toString());
    json.put("state", each.state().name());
    var invoices = json.putArray("invoices");
    new TreeMap<>(each.invoices())
        .forEach(
            (id, amount) ->
                invoices
                    .addObject()
                    .put("invoiceId", id.toString())
                    .put("amount", amount.getAmount().toPlainString())
                    .put("currency", amount.getCurrencyUnit().getCode()));
    if (each.status() != null) {
      json.put("status", each.status().name());
      json.put("statusOn", String.valueOf(each.statusOn()));
    }
    if (each.ended() != null) {
      json.put("ended", each.ended().name());
      json.put("endedOn", String.valueOf(each.endedOn()));
    }
    return json;
  }
}
