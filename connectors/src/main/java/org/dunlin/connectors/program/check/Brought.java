package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Folder;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.NotJson;

/** Counts the examples whose expected records show a capability. */
final class Brought {
  private static final String EXPECTED = ".expected.jsonl";

  private Brought() {}

  static int examples(Folder folder, String stream, Capability capability) {
    String place = "examples/" + stream + "/";
    return (int)
        folder.files().entrySet().stream()
            .filter(file -> file.getKey().startsWith(place) && file.getKey().endsWith(EXPECTED))
            .filter(file -> shows(file.getValue(), capability))
            .count();
  }

  private static boolean shows(byte[] lines, Capability capability) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .anyMatch(line -> is(line, capability));
  }

  private static boolean is(String line, Capability capability) {
    JsonNode record;
    try {
      record = Json.read(line.getBytes(StandardCharsets.UTF_8));
    } catch (NotJson e) {
      return false;
    }
    String type = record.path("type").asText();
    return switch (capability) {
      case READ_CUSTOMERS -> type.equals("customer");
      case READ_INVOICES -> type.equals("invoice") && !credits(record);
      case READ_CREDIT_NOTES -> type.equals("invoice") && credits(record);
      case READ_PAYMENTS -> type.equals("payment");
      case READ_ALLOCATIONS -> type.equals("allocation");
      case READ_DOCUMENTS,
          READ_TOTALS,
          PUSH_PAYMENT,
          PUSH_PAYMENT_REVERSAL,
          PUSH_FEE,
          PUSH_NOTE,
          PUSH_PAYMENT_LINK,
          PUSH_STATUS,
          SEND_TEXT,
          PAY_CHECKOUT,
          PAY_LINK,
          PAY_LINK_CANCEL,
          PAY_REFUND,
          PAY_CANCEL,
          PAY_MANDATE,
          WEBHOOK ->
          false;
    };
  }

  private static boolean credits(JsonNode invoice) {
    return invoice.path("kind").asText().equals("CREDIT_NOTE");
  }
}
