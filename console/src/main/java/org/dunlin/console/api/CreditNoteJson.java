package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.Optional;
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
    return ReviewJson.lines(
        body, (line, invoice, amount, errors) -> Optional.of(new Line(invoice, amount)));
  }
}
