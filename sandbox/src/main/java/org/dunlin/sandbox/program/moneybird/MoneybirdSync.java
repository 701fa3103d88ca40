package org.dunlin.sandbox.program.moneybird;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Kept;

/** {@code …/synchronization}: ids with versions, and records by their ids, at most 100. */
final class MoneybirdSync {
  private static final int MOST = 100;

  private MoneybirdSync() {}

  static <T extends Kept<T>> Reply versions(List<T> records) {
    return Reply.json(Json.array(records, MoneybirdSync::version));
  }

  private static ObjectNode version(Kept<?> record) {
    ObjectNode json = Json.object();
    json.put("id", MoneybirdIds.of(record));
    json.put("version", MoneybirdIds.version(record.stamp()));
    return json;
  }

  static <T extends Kept<T>> Reply wanted(Ask ask, List<T> records, Function<T, ObjectNode> made) {
    JsonNode ids = ask.json().path("ids");
    if (!ids.isArray()) {
      throw new Refusal(400, "ids is missing");
    }
    List<String> wanted = new ArrayList<>();
    ids.forEach(id -> wanted.add(id.asText()));
    List<T> found =
        records.stream()
            .filter(record -> wanted.contains(MoneybirdIds.of(record)))
            .limit(MOST)
            .toList();
    return Reply.json(Json.array(found, made));
  }
}
