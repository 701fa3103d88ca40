package org.dunlin.work.claim;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.claim.Attribution;
import org.dunlin.core.claim.Debt;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Line;
import org.dunlin.core.claim.Note;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.claim.Reckoning;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Problem;
import org.dunlin.store.claim.StatedClaims;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * JSON of computations: canonical claims, with what they are reckoned of under names that begin
 * with {@code x-}, and beside them what is not owed and why.
 */
public final class ClaimJson {
  private static final JsonMapper JSON = new JsonMapper();

  private ClaimJson() {}

  /** What a message says, with the facts that it was reckoned from: the proof that is kept. */
  static String statement(StateClaims.Stated stated) {
    Demand demand = stated.said().demand();
    ObjectNode json = JSON.createObjectNode();
    lines(json.putArray("charged"), demand.charged());
    lines(json.putArray("announced"), demand.announced());
    lines(json.putArray("leftOut"), demand.leftOut());
    problems(json.putArray("problems"), demand.problems());
    put(json, "interestFrom", demand.interestFrom());
    if (demand.isStated()) {
      put(json, "received", stated.said().received());
    }
    ArrayNode debts = json.putArray("debts");
    stated.debts().forEach(debt -> debts.add(debt(debt)));
    notes(json.putArray("notes"), stated.reckoning().notes());
    return json.toString();
  }

  /** All about what is owed beside invoices. */
  public static String reckoned(ReckonedClaims claims) {
    Reckoning together = claims.together();
    ObjectNode json = JSON.createObjectNode();
    json.put("on", claims.on().toString());
    json.put("customerId", claims.customer().id());
    json.put("country", claims.law().country());
    json.put("debtor", claims.law().debtor().name());
    lines(json.putArray("claims"), together.lines());
    lines(json.putArray("coming"), together.coming());
    ArrayNode totals = json.putArray("totals");
    together.totals().values().forEach(total -> totals.add(money(total)));
    problems(json.putArray("problems"), together.problems());
    notes(json.putArray("notes"), together.notes());
    ArrayNode remarks = json.putArray("remarks");
    together.remarks().forEach(remarks::add);
    json.put("termsMissing", claims.lacksTerms());
    ArrayNode debts = json.putArray("debts");
    for (ReckonedClaims.Item item : claims.items()) {
      ObjectNode debt = debt(item.debt());
      debt.put("invoiceNumber", item.invoice().number());
      Attribution attribution = item.alone().attribution();
      if (attribution != null) {
        debt.set("attribution", attribution(attribution));
      }
      debts.add(debt);
    }
    ArrayNode stated = json.putArray("stated");
    claims.stated().forEach(each -> stated.add(stated(each)));
    return json.toString();
  }

  /**
   * What is asked for of a customer by somebody else: {@code claims} as canonical records, {@code
   * claimProblems} with what is not claimed and why, and {@code claimRemarks}, both as sentences.
   */
  public static ObjectNode demanded(ReckonedClaims reckoned) {
    Demand demand = reckoned.demanded();
    ObjectNode json = JSON.createObjectNode();
    lines(json.putArray("claims"), demand.charged());
    ArrayNode problems = json.putArray("claimProblems");
    demand.problems().forEach(problem -> problems.add(problem.message()));
    demand.leftOut().forEach(line -> problems.add(unverified(line.claim())));
    ArrayNode remarks = json.putArray("claimRemarks");
    reckoned.together().remarks().forEach(remarks::add);
    return json;
  }

  private static String unverified(Claim claim) {
    LocalDate from = claim.from();
    return claim.kind()
        + " of "
        + claim.amount()
        + (from == null ? "" : " from " + from + " to " + claim.to())
        + " is not claimed, since nobody has verified the figure that it rests on ("
        + Objects.requireNonNullElse(claim.citation(), "no source")
        + ")";
  }

  /** What a message said, and what became of it. */
  public static ObjectNode stated(StatedClaims.Statement said) {
    ObjectNode json = (ObjectNode) parsed(said.record());
    json.put("actionId", said.actionId());
    json.put("on", said.on().toString());
    json.put("state", said.state().name());
    json.put("earnest", said.earnest());
    return json;
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept of claims is JSON", e);
    }
  }

  private static void lines(ArrayNode array, List<Line> lines) {
    for (Line line : lines) {
      ObjectNode json = (ObjectNode) parsed(CanonicalWriter.line(line.claim()));
      Money base = line.base();
      json.put("x-base", base == null ? null : base.getAmount().toPlainString());
      json.put("x-days", line.days());
      json.put("x-status", line.status().name());
      json.put("x-owedFrom", line.owedFrom().toString());
      if (base == null) {
        json.remove("x-base");
      }
      array.add(json);
    }
  }

  private static void problems(ArrayNode array, List<Problem> problems) {
    problems.forEach(problem -> array.add(parsed(CanonicalWriter.line(problem))));
  }

  private static void notes(ArrayNode array, List<Note> notes) {
    for (Note note : notes) {
      ObjectNode json = array.addObject();
      json.put("kind", note.kind().name());
      ArrayNode values = json.putArray("values");
      note.values().forEach(values::add);
    }
  }

  private static ObjectNode debt(Debt debt) {
    ObjectNode json = JSON.createObjectNode();
    json.put("invoiceId", debt.invoiceIds().getFirst());
    json.put("dueDate", debt.due().toString());
    json.put("principal", debt.principal().getAmount().toPlainString());
    json.put("currency", debt.principal().getCurrencyUnit().getCode());
    json.put("country", debt.country());
    json.put("debtor", debt.debtor().name());
    put(json, "reminderReceived", debt.reminderReceived());
    ArrayNode paid = json.putArray("paid");
    for (PartPayment payment : debt.paid()) {
      ObjectNode part = paid.addObject();
      part.put("on", payment.on().toString());
      part.put("amount", payment.amount().getAmount().toPlainString());
    }
    return json;
  }

  private static ObjectNode attribution(Attribution attribution) {
    ObjectNode json = JSON.createObjectNode();
    json.put("law", attribution.law());
    json.put("status", attribution.status().name());
    ArrayNode taken = json.putArray("taken");
    for (Attribution.Taken each : attribution.taken()) {
      ObjectNode one = taken.addObject();
      one.put("on", each.on().toString());
      one.put("amount", each.amount().getAmount().toPlainString());
      one.put("costs", each.costs().getAmount().toPlainString());
      one.put("interest", each.interest().getAmount().toPlainString());
      one.put("principal", each.principal().getAmount().toPlainString());
      one.put("left", each.left().getAmount().toPlainString());
    }
    json.put("costs", attribution.costs().getAmount().toPlainString());
    json.put("interest", attribution.interest().getAmount().toPlainString());
    json.put("principal", attribution.principal().getAmount().toPlainString());
    return json;
  }

  private static ObjectNode money(Money money) {
    return JSON.createObjectNode()
        .put("amount", money.getAmount().toPlainString())
        .put("currency", money.getCurrencyUnit().getCode());
  }

  private static void put(ObjectNode json, String name, @Nullable LocalDate day) {
    if (day != null) {
      json.put(name, day.toString());
    }
  }
}
