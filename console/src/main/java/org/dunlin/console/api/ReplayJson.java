package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.store.replay.Replay;
import org.dunlin.store.replay.ReplayChoice;
import org.jspecify.annotations.Nullable;

/** A replay and how far it has come, as JSON; what is absent is left out. */
final class ReplayJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReplayJson() {}

  static String line(Replay replay) {
    ObjectNode line = JSON.createObjectNode().put("type", "replay");
    put(line, "id", replay.id());
    ReplayChoice choice = replay.choice();
    switch (choice) {
      case ReplayChoice.OfDeliveries of -> {
        line.put("of", "DELIVERIES");
        if (choice.chosen().isEmpty()) {
          put(line, "state", of.all().choice());
        }
        put(line, "reasonCode", of.all().reasonCode());
        put(line, "stream", of.all().stream());
      }
      case ReplayChoice.OfEffects of -> {
        line.put("of", "MESSAGES");
        put(line, "kind", of.kind());
      }
    }
    put(line, "connection", choice.connectionId());
    if (!choice.chosen().isEmpty()) {
      ArrayNode ids = line.putArray("ids");
      choice.chosen().forEach(id -> ids.add(id.toString()));
    }
    put(line, "begunBy", replay.begunBy());
    put(line, "begunAt", replay.begunAt());
    line.put("total", replay.total());
    line.put("done", replay.done());
    line.put("leftOut", replay.leftOut());
    put(line, "endedAt", replay.endedAt());
    put(line, "stoppedBy", replay.stoppedBy());
    return line.toString();
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
