package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;

/** One row as it is answered: every field that was selected, null where it is not filled. */
final class ODataEntity {
  private ODataEntity() {}

  static ObjectNode of(EntitySet set, ObjectNode row, Set<String> selected, String base) {
    ObjectNode json = Json.object();
    ObjectNode metadata = json.putObject("__metadata");
    metadata.put("uri", uri(set, row, base));
    metadata.put("type", "Exact.Web.Api.Models." + set.type());
    for (String name : selected) {
      JsonNode value = row.get(name);
      if (value == null) {
        json.putNull(name);
      } else {
        json.set(name, value);
      }
    }
    return json;
  }

  static Reply reply(int status, EntitySet set, ObjectNode row, String base) {
    ObjectNode body = Json.object();
    body.set("d", of(set, row, ODataFields.of(set.path()), base));
    return Reply.json(status, body);
  }

  private static String uri(EntitySet set, ObjectNode row, String base) {
    String key = row.path(set.key()).asText();
    String named =
        switch (set.key()) {
          case "Timestamp", "HID" -> key + "L";
          case "Code" -> key;
          default -> "guid'" + key + "'";
        };
    return base + "/" + set.path() + "(" + named + ")";
  }
}
