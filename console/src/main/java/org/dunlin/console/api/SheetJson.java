package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.model.Problem;
import org.dunlin.core.sheet.SheetColumn;
import org.dunlin.core.sheet.SheetFault;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.work.sheet.MappingJson;
import org.dunlin.work.sheet.OpenSheet;
import org.dunlin.work.sheet.TiedOut;
import org.dunlin.work.translate.FileSums;
import org.dunlin.work.translate.Tried;
import org.jspecify.annotations.Nullable;

/** The columns of a file and what would become of it, as JSON. */
final class SheetJson {
  private static final JsonMapper JSON = new JsonMapper();

  private SheetJson() {}

  /**
   * A file.
   *
   * @param raw whether the reader may see what stands in it
   */
  static ObjectNode open(
      OpenSheet open, SheetMapping mapping, @Nullable TiedOut tiedOut, boolean raw) {
    ObjectNode json = JSON.createObjectNode();
    json.put("deliveryId", open.delivery().id().toString());
    json.put("state", open.delivery().state().name());
    json.put("delimiter", String.valueOf(open.delimiter()));
    json.put("encoding", open.encoding());
    ArrayNode columns = json.putArray("columns");
    for (SheetColumn each : open.columns()) {
      ObjectNode column = columns.addObject().put("number", each.number());
      column.put("name", each.name());
      ArrayNode samples = column.putArray("samples");
      if (raw) {
        each.samples().forEach(samples::add);
      }
    }
    json.put("kept", open.kept());
    json.set("mapping", MappingJson.node(mapping));
    ArrayNode missing = json.putArray("missing");
    open.faults(mapping).forEach(each -> missing.add(error(each).detail()));
    if (tiedOut != null) {
      tiedOut(tiedOut, json.putObject("tieOut"));
    }
    return json;
  }

  private static void tiedOut(TiedOut tiedOut, ObjectNode json) {
    json.put("ties", tiedOut.ties());
    json.put("refused", tiedOut.refused());
    json.put("customers", tiedOut.customers());
    json.put("customersInLedger", tiedOut.customersThere());
    ArrayNode sums = json.putArray("currencies");
    for (TiedOut.Sum each : tiedOut.sums()) {
      ObjectNode sum = sums.addObject().put("currency", each.currency());
      sum.put("documents", each.documents()).put("documentsInLedger", each.documentsThere());
      sum.put("total", each.total().toPlainString());
      sum.put("totalInLedger", each.totalThere().toPlainString());
      sum.put("outstanding", each.outstanding().toPlainString());
      sum.put("outstandingInLedger", each.outstandingThere().toPlainString());
    }
  }

  /**
   * What would become of a file.
   *
   * @param raw whether the reader may see what stands in it
   */
  static ObjectNode tried(Tried tried, boolean raw) {
    ObjectNode json = JSON.createObjectNode();
    ObjectNode customers = json.putObject("customers");
    counts(customers, tried.sums().customers().size(), tried, "CUSTOMER");
    ObjectNode documents = json.putObject("documents");
    counts(documents, tried.sums().documents().size(), tried, "INVOICE");
    sums(json.putArray("currencies"), tried.sums().sums());
    sums(json.putArray("payments"), tried.sums().payments());
    ArrayNode refused = json.putArray("refused");
    tried.problems().forEach(each -> problem(each, refused.addObject(), raw));
    Problem whole = tried.whole();
    if (whole != null) {
      problem(whole, json.putObject("refusedAsAWhole"), raw);
    }
    return json;
  }

  private static void counts(ObjectNode json, int all, Tried tried, String of) {
    int added = tried.count(of + "_ADDED");
    int changed = tried.count(of + "_CHANGED");
    json.put("added", added).put("changed", changed);
    json.put("same", Math.max(0, all - added - changed));
  }

  private static void sums(ArrayNode json, Map<String, FileSums.Sum> sums) {
    sums.forEach(
        (currency, sum) ->
            json.addObject()
                .put("currency", currency)
                .put("records", sum.records())
                .put("total", sum.total().toPlainString())
                .put("outstanding", sum.outstanding().toPlainString()));
  }

  private static void problem(Problem problem, ObjectNode json, boolean raw) {
    if (problem.position() != null) {
      json.put("position", problem.position());
    }
    json.put("code", problem.code());
    if (raw) {
      // the sentence names what stands there
      json.put("message", problem.message());
    }
  }

  static FieldError error(SheetFault fault) {
    String target = fault.target();
    return switch (fault.code()) {
      case MISSING -> new FieldError("columns", "No column is " + target + ", which rows need.");
      case TWICE -> new FieldError("columns", "Several columns are " + target + "; keep one.");
      case DATES -> new FieldError("dates", "Say how days are written, such as dd-MM-yyyy.");
      case DECIMAL -> new FieldError("decimal", "Say which mark is before decimals.");
      case CURRENCY -> new FieldError("constants.currency", "Say in which currency amounts are.");
      case ACCOUNT -> new FieldError("constants.account", "Say which account it is.");
      case AMOUNTS ->
          new FieldError(
              "columns",
              "Name total or lineTotal of invoices; amount, or both debit and credit, of"
                  + " payments.");
      case OPEN_AND_PAID ->
          new FieldError("columns", "outstanding and paid say the same; keep one.");
      case WORDS ->
          new FieldError("words", "Say what the words of the column " + target + " mean.");
      case OTHER -> new FieldError("mapping", target);
    };
  }
}
