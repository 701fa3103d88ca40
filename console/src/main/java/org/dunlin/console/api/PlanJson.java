package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.dunning.PlanBook;
import org.dunlin.work.dun.KeptAhead;
import org.dunlin.work.dun.PlanEffect;
import org.dunlin.work.dun.PreviewPlans;
import org.dunlin.work.dun.ShownPlans;

/** JSON of plans and of what is ahead by them. */
final class PlanJson {
  private static final JsonMapper JSON = new JsonMapper();

  private PlanJson() {}

  static ObjectNode all(ShownPlans.All plans) {
    ObjectNode json = JSON.createObjectNode();
    ArrayNode items = json.putArray("plans");
    plans.inForce().forEach(plan -> items.add(line(plan)));
    plans.kept().forEach(plan -> items.add(line(plan)));
    plans.carried().forEach(plan -> items.add(line(plan)));
    ArrayNode unknown = json.putArray("unknown");
    plans
        .unknown()
        .forEach(
            named ->
                unknown.addObject().put("id", named.planId()).put("customers", named.customers()));
    return json;
  }

  static ObjectNode one(ShownPlans.Shown plan, List<PlanBook.Version> versions) {
    ObjectNode json = line(plan);
    json.put("yaml", plan.yaml());
    ArrayNode all = json.putArray("versions");
    versions.forEach(
        version ->
            all.addObject()
                .put("version", version.version())
                .put("by", version.by())
                .put("on", version.on().toString())
                .put("yaml", version.yaml()));
    return json;
  }

  private static ObjectNode line(ShownPlans.Shown plan) {
    return JSON.createObjectNode()
        .put("id", plan.id())
        .put("name", plan.name())
        .put("version", plan.version())
        .put("inForce", plan.inForce())
        .put("shadow", plan.shadow());
  }

  static ObjectNode effect(PlanEffect effect) {
    ObjectNode json = JSON.createObjectNode();
    json.put("from", effect.first().toString()).put("to", effect.last().toString());
    json.set("now", figures(effect.now()));
    json.set("then", figures(effect.then()));
    json.put("customers", effect.customers());
    ArrayNode differences = json.putArray("differences");
    for (PlanEffect.Difference each : effect.differences()) {
      ObjectNode difference = differences.addObject().put("customerId", each.customerId());
      each.now().forEach(done -> difference.withArray("now").add(done(done)));
      each.then().forEach(done -> difference.withArray("then").add(done(done)));
    }
    return json;
  }

  private static ObjectNode figures(PlanEffect.Figures figures) {
    ObjectNode json =
        JSON.createObjectNode()
            .put("out", figures.out())
            .put("outFirstDay", figures.outFirstDay())
            .put("awaitingApproval", figures.awaiting())
            .put("held", figures.held());
    ObjectNode why = json.putObject("why");
    figures.why().forEach((reason, count) -> why.put(reason.name(), count));
    return json;
  }

  private static ObjectNode done(PlanEffect.Done done) {
    return JSON.createObjectNode()
        .put("on", done.on().toString())
        .put("step", done.step())
        .put("channel", done.channel().name())
        .put("state", done.state().name());
  }

  /** Actions are canonical records already; the first of them, day by day. */
  static byte[] ahead(KeptAhead.Shown shown) {
    PreviewPlans.Ahead ahead = shown.there();
    String stops =
        ahead.stops().stream()
            .map(each -> '"' + each.name() + '"')
            .collect(Collectors.joining(","));
    String actions =
        ahead.actions().stream().map(CanonicalWriter::line).collect(Collectors.joining(","));
    String at = shown.at() == null ? "" : "\"reckonedAt\":\"" + shown.at() + "\",";
    return "{\"from\":\"%s\",\"to\":\"%s\",%s\"stops\":[%s],\"total\":%d,\"actions\":[%s]}"
        .formatted(ahead.first(), ahead.last(), at, stops, ahead.total(), actions)
        .getBytes(StandardCharsets.UTF_8);
  }
}
