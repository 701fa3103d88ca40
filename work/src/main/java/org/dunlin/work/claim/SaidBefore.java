package org.dunlin.work.claim;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.store.claim.StatedClaims;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a message said of claims, in short.
 *
 * @param said whether the customer has it
 * @param announced with the day from which it is owed
 * @param leftOut what nobody verified, or could not be reckoned, so that it was not said
 */
public record SaidBefore(
    String actionId,
    LocalDate on,
    ActionState state,
    boolean said,
    List<Part> charged,
    List<Part> announced,
    int leftOut) {
  /** Keeps its lists. */
  public SaidBefore {
    charged = List.copyOf(charged);
    announced = List.copyOf(announced);
  }

  /**
   * An amount of a kind.
   *
   * @param owedFrom the first day on which it is owed; null where the record does not say
   */
  public record Part(ClaimKind kind, Money amount, @Nullable LocalDate owedFrom) {}

  /** Of what is kept. */
  public static SaidBefore of(StatedClaims.Statement statement) {
    JsonNode json = ClaimJson.parsed(statement.record());
    return new SaidBefore(
        statement.actionId(),
        statement.on(),
        statement.state(),
        statement.said(),
        parts(json.path("charged")),
        parts(json.path("announced")),
        json.path("leftOut").size() + json.path("problems").size());
  }

  private static List<Part> parts(JsonNode lines) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode line : lines) {
      ClaimKind kind = ClaimKind.valueOf(line.path("kind").asText());
      CurrencyUnit currency = CurrencyUnit.of(line.path("currency").asText());
      Money amount = Money.parse(currency.getCode() + " " + line.path("amount").asText());
      Part last = parts.isEmpty() ? null : parts.getLast();
      if (last != null && last.kind == kind && last.amount.getCurrencyUnit().equals(currency)) {
        parts.set(parts.size() - 1, new Part(kind, last.amount.plus(amount), last.owedFrom));
      } else {
        String from = line.path("x-owedFrom").asText("");
        parts.add(new Part(kind, amount, from.isEmpty() ? null : LocalDate.parse(from)));
      }
    }
    return parts;
  }
}
