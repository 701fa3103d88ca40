package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.pull.Pull;
import org.dunlin.connectors.program.pull.PullState;
import org.dunlin.connectors.program.pull.Purpose;
import org.dunlin.connectors.program.total.TotalsPage;
import org.dunlin.connectors.program.total.TotalsRead;
import org.dunlin.connectors.program.total.TotalsRow;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/** A reply with what customers owe, and the rows that it must become, one a line. */
record TotalsExample(Program program, Totals totals) {
  @Nullable String difference(byte[] reply, byte[] expected) {
    Facts facts = ExampleFacts.of(program.manifest());
    PullState state = Pull.of(program, totals).begin(Purpose.POLL, null, Instant.EPOCH);
    HttpReply answer = new HttpReply(200, Map.of(), reply);
    return switch (new TotalsPage(program, totals).read(state, answer, facts)) {
      case TotalsRead.Refused(String sentence) -> "it is refused: " + sentence;
      case TotalsRead.Page page -> difference(page.rows(), expected);
    };
  }

  private static @Nullable String difference(List<TotalsRow> rows, byte[] expected) {
    List<JsonNode> wanted = new ArrayList<>();
    try {
      new String(expected, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> wanted.add(Json.read(line.getBytes(StandardCharsets.UTF_8))));
    } catch (NotJson e) {
      return "what is expected is no JSON: " + e.getMessage();
    }
    for (int index = 0; index < Math.max(rows.size(), wanted.size()); index++) {
      JsonNode one = index < rows.size() ? json(rows.get(index)) : null;
      JsonNode other = index < wanted.size() ? wanted.get(index) : null;
      if (one == null || !one.equals(other)) {
        return "row " + (index + 1) + " is " + one + ", and " + other + " is expected.";
      }
    }
    return null;
  }

  private static ObjectNode json(TotalsRow row) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("customer", row.customer());
    if (row.name() != null) {
      json.put("name", row.name());
    }
    json.put("currency", row.outstanding().getCurrencyUnit().getCode());
    return json.put("outstanding", row.outstanding().getAmount().toPlainString());
  }
}
