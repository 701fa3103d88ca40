package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.UUID;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.jspecify.annotations.Nullable;

/** What Xero puts around all records. */
final class XeroEnvelope {
  private final Clock clock;

  XeroEnvelope(Clock clock) {
    this.clock = clock;
  }

  Reply of(String name, ArrayNode records) {
    return of(name, records, null);
  }

  Reply one(String name, JsonNode record) {
    return of(name, Json.array().add(record));
  }

  Reply of(String name, ArrayNode records, @Nullable ObjectNode pagination) {
    ObjectNode json = Json.object();
    json.put("Id", UUID.randomUUID().toString());
    json.put("Status", "OK");
    json.put("ProviderName", "Dunlin");
    json.put("DateTimeUTC", XeroFormats.moment(clock.instant()));
    if (pagination != null) {
      json.set("pagination", pagination);
    }
    json.set(name, records);
    return Reply.json(json);
  }
}
