package org.dunlin.work.outgoing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import org.dunlin.connectors.outgoing.MatchedLine;
import org.dunlin.store.outbox.OutgoingLines.Line;

/**
 * A line of a file as it is kept: what it says, and of what, so that it can be taken back later.
 *
 * @param on the business date of the match
 * @param records canonical JSON Lines
 * @param text what stands in the file
 */
record KeptLine(String on, String records, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  static KeptLine of(MatchedLine line, String text) {
    return new KeptLine(line.on().toString(), line.records(), text);
  }

  static KeptLine of(Line line) {
    try {
      return JSON.readValue(line.text(), KeptLine.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of a file cannot be read", e);
    }
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a line of a file is text", e);
    }
  }

  MatchedLine matched(Line line) {
    return MatchedLine.of(line.allocationId().toString(), LocalDate.parse(on), records);
  }
}
