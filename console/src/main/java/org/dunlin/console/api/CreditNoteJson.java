package org.dunlin.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.store.view.CreditNoteDetail;
import org.dunlin.work.person.ApplyCreditNote.Line;

/** A credit note over which a person decides, and what is decided, as JSON. */
final class CreditNoteJson {
  private static final JsonMapper JSON = new JsonMapper();

  private CreditNoteJson() {}

  static String line(CreditNoteDetail detail) {
    ObjectNode line = JSON.createObjectNode().put("type", "creditNoteReview");
    line.putRawValue("creditNote", new RawValue(CanonicalWriter.line(detail.note())));
    line.put("open", detail.open().getAmount().toPlainString());
    ReviewJson.put(line, "leftBy", detail.leftBy());
    ReviewJson.suggestions(detail.suggested(), line);
    ReviewJson.allocations(detail.applied(), line);
    return line.toString();
  }

  /**
   * What is taken off which invoice.
   *
   * @throws WrongRequest when it does not say that
   */
  static List<Line> lines(byte[] body) {
    List<FieldError> errors = new ArrayList<>();
    List<Line> lines = new ArrayList<>();
    for (JsonNode each : ReviewJson.list(body, "lines")) {
      UUID invoice = ReviewJson.id(each.path("invoiceId").asText());
      BigDecimal amount = ReviewJson.amount(each.path("amount"));
      if (invoice == null) {
        errors.add(new FieldError("lines.invoiceId", "The id of an invoice is needed."));
      } else if (amount == null) {
        errors.add(
            new FieldError("lines.amount", "An amount is needed as a text, as in \"1210.00\"."));
      } else {
        lines.add(new Line(invoice, amount));
      }
    }
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return lines;
  }
}
