package org.dunlin.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.store.ledger.Refunds;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.Credited;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.store.view.Suggestion;
import org.dunlin.work.person.AllocateByHand.Line;
import org.jspecify.annotations.Nullable;

/** A payment over which a person decides, and what is decided, as JSON. */
final class ReviewJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ReviewJson() {}

  static String line(PaymentDetail detail) {
    ObjectNode line = JSON.createObjectNode().put("type", "review");
    line.putRawValue("payment", new RawValue(CanonicalWriter.line(detail.payment().payment())));
    line.put("unallocated", detail.payment().unallocated().getAmount().toPlainString());
    put(line, "setAsideBy", detail.setAsideBy());
    put(line, "creditOf", detail.credit() == null ? null : detail.credit().customerId());
    Credited again = detail.paidAgain();
    if (again != null) {
      ObjectNode settled = line.putObject("paidAgain");
      settled.put("customerId", again.customerId().toString());
      put(settled, "invoice", again.settled());
    }
    ArrayNode refunds = line.putArray("refunds");
    detail.refunds().forEach(each -> of(each, refunds.addObject()));
    suggestions(detail.allocations(), line);
    allocations(detail.allocations(), line);
    return line.toString();
  }

  /** What is suggested among these lines, the best first. */
  static void suggestions(List<AllocationLine> lines, ObjectNode json) {
    ArrayNode suggestions = json.putArray("suggestions");
    for (Suggestion each : Suggestion.of(lines)) {
      ObjectNode suggestion = suggestions.addObject().put("rank", each.rank());
      because(each.first(), suggestion);
      ArrayNode parts = suggestion.putArray("lines");
      each.lines().forEach(part -> of(part, parts.addObject()));
    }
  }

  /** What of these lines is more than suggested. */
  static void allocations(List<AllocationLine> lines, ObjectNode json) {
    ArrayNode allocations = json.putArray("allocations");
    for (AllocationLine each : lines) {
      if (each.decision() != Decision.SUGGESTED) {
        ObjectNode allocation = allocations.addObject().put("id", each.id().toString());
        of(each, allocation);
        allocation.put("decision", each.decision().name());
        allocation.put("decidedBy", each.decidedBy());
        because(each, allocation);
      }
    }
  }

  private static void of(Refunds.Stored refund, ObjectNode json) {
    json.put("id", refund.id().toString());
    json.put("refundedBy", refund.paidOut().toString());
    json.put("creditId", refund.credit().toString());
    put(json, "creditNote", refund.creditNote());
    json.put("customerId", refund.customer().toString());
    json.put("amount", refund.amount().getAmount().toPlainString());
    json.put("decision", refund.decision());
    json.put("decidedBy", refund.decidedBy());
    ArrayNode reasons = json.putArray("reasons");
    refund.reasons().forEach(reasons::add);
  }

  private static void of(AllocationLine part, ObjectNode json) {
    json.put("invoiceId", part.invoiceId().toString());
    json.put("invoice", part.invoice());
    json.put("customerId", part.customerId().toString());
    json.put("amount", part.amount().getAmount().toPlainString());
    put(json, "creditNoteId", part.creditNoteId());
    put(json, "rest", part.restReason());
    if (part.rest() != null) {
      json.put("restAmount", part.rest().getAmount().toPlainString());
    }
  }

  private static void because(AllocationLine line, ObjectNode json) {
    put(json, "rule", line.rule());
    if (line.confidence() != null) {
      json.put("confidence", line.confidence());
    }
    ArrayNode evidence = json.putArray("evidence");
    line.evidence().forEach(evidence::add);
  }

  static void put(ObjectNode line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value.toString());
    }
  }

  /** Reads what a line says beside its invoice and its amount; empty where that is an error. */
  interface More<L> {
    Optional<L> of(JsonNode line, UUID invoice, BigDecimal amount, List<FieldError> errors);
  }

  /**
   * What goes to which invoice.
   *
   * @throws WrongRequest when it does not say that
   */
  static <L> List<L> lines(byte[] body, More<L> more) {
    List<FieldError> errors = new ArrayList<>();
    List<L> lines = new ArrayList<>();
    for (JsonNode each : list(body, "lines")) {
      UUID invoice = id(each.path("invoiceId").asText());
      BigDecimal amount = amount(each.path("amount"));
      if (invoice == null) {
        errors.add(new FieldError("lines.invoiceId", "The id of an invoice is needed."));
      } else if (amount == null) {
        errors.add(
            new FieldError("lines.amount", "An amount is needed as a text, as in \"1210.00\"."));
      } else {
        more.of(each, invoice, amount, errors).ifPresent(lines::add);
      }
    }
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return lines;
  }

  /** What of a payment goes to which invoice. */
  static List<Line> lines(byte[] body) {
    return lines(body, ReviewJson::more);
  }

  private static Optional<Line> more(
      JsonNode said, UUID invoice, BigDecimal amount, List<FieldError> errors) {
    if (said.has("rest") && rest(said) == null) {
      errors.add(
          new FieldError(
              "lines.rest", "One of " + List.of(AdjustmentReason.values()) + " is meant."));
    } else if (said.has("restAmount") && (rest(said) == null || restAmount(said) == null)) {
      errors.add(
          new FieldError(
              "lines.restAmount", "An amount is needed as a text, and a rest beside it."));
    } else if (said.has("creditNoteId") && note(said) == null) {
      errors.add(new FieldError("lines.creditNoteId", "The id of a credit note is needed."));
    } else {
      return Optional.of(new Line(invoice, amount, rest(said), restAmount(said), note(said)));
    }
    return Optional.empty();
  }

  private static @Nullable BigDecimal restAmount(JsonNode line) {
    return amount(line.path("restAmount"));
  }

  private static @Nullable UUID note(JsonNode line) {
    return id(line.path("creditNoteId").asText());
  }

  private static @Nullable AdjustmentReason rest(JsonNode line) {
    return Stream.of(AdjustmentReason.values())
        .filter(reason -> reason.name().equals(line.path("rest").asText()))
        .findFirst()
        .orElse(null);
  }

  /**
   * The ids in a list of this name.
   *
   * @throws WrongRequest when there is none
   */
  static List<UUID> ids(byte[] body, String name) {
    List<UUID> ids = new ArrayList<>();
    for (JsonNode each : list(body, name)) {
      UUID id = id(each.asText());
      if (id == null) {
        throw new WrongRequest(List.of(new FieldError(name, "Each must be the id of a record.")));
      }
      ids.add(id);
    }
    return ids;
  }

  /**
   * The id of this name.
   *
   * @throws WrongRequest when there is none
   */
  static UUID id(byte[] body, String name) {
    UUID id = id(ProfileJson.object(body).path(name).asText());
    if (id == null) {
      throw new WrongRequest(List.of(new FieldError(name, "The id of a record is needed.")));
    }
    return id;
  }

  static JsonNode list(byte[] body, String name) {
    JsonNode list = ProfileJson.object(body).path(name);
    if (!list.isArray() || list.isEmpty()) {
      throw new WrongRequest(
          List.of(new FieldError(name, "A list with at least one entry is needed.")));
    }
    return list;
  }

  static @Nullable UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  static @Nullable BigDecimal amount(JsonNode given) {
    boolean plain = given.isTextual() && given.asText().matches("[0-9]{1,15}(\\.[0-9]{1,3})?");
    return plain ? new BigDecimal(given.asText()) : null;
  }
}
