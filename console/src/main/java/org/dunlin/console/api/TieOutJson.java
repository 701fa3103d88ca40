package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutTotal;
import org.dunlin.work.tieout.TieOuts;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A tie-out as JSON; what is absent is left out. */
final class TieOutJson {
  private static final JsonMapper JSON = new JsonMapper();

  private TieOutJson() {}

  static String line(TieOuts.Shown shown) {
    ObjectNode line = JSON.createObjectNode().put("type", "tieOut");
    line.put("state", shown.last() == null ? "NEVER_RAN" : shown.last().state().name());
    if (shown.last() != null) {
      write(shown.last(), line);
    }
    if (shown.running() != null) {
      line.put("running", shown.running().state().name());
    }
    if (shown.result() != null) {
      line.put("asOf", String.valueOf(shown.result().readAt()));
      line.put("differing", shown.result().differing());
      line.put("unexplained", shown.result().unexplained());
    }
    ArrayNode totals = line.putArray("totals");
    for (TieOutTotal total : shown.totals()) {
      sides(totals.addObject(), total.program(), total.hub());
    }
    ArrayNode differences = line.putArray("differences");
    shown.lines().forEach(each -> write(each, differences.addObject()));
    ArrayNode runs = line.putArray("runs");
    for (TieOutRun run : shown.runs()) {
      ObjectNode json = runs.addObject().put("state", run.state().name());
      write(run, json);
      json.put("differing", run.differing()).put("unexplained", run.unexplained());
    }
    return line.toString();
  }

  private static void write(TieOutRun run, ObjectNode json) {
    json.put("businessDate", run.businessDate().toString());
    json.put("endedAt", String.valueOf(run.endedAt()));
    put(json, "reason", run.reason());
  }

  private static void write(TieOutLine line, ObjectNode json) {
    json.put("customer", line.customerKey());
    put(json, "customerId", line.customerId());
    put(json, "name", line.name());
    sides(json, line.program(), line.hub());
    ArrayNode reasons = json.putArray("reasons");
    line.parts()
        .forEach(
            part -> {
              ObjectNode reason = reasons.addObject().put("reason", part.reason().name());
              Money amount = Money.of(line.program().getCurrencyUnit(), part.amount());
              reason.put("amount", amount.getAmount().toPlainString());
              put(reason, "effectState", part.effect());
            });
  }

  private static void sides(ObjectNode json, Money program, Money hub) {
    json.put("currency", program.getCurrencyUnit().getCode())
        .put("program", program.getAmount().toPlainString())
        .put("hub", hub.getAmount().toPlainString())
        .put("difference", program.minus(hub).getAmount().toPlainString());
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
