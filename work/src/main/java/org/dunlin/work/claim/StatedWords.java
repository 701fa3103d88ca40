package org.dunlin.work.claim;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Line;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a message says of claims, for the journal. */
public final class StatedWords {
  private StatedWords() {}

  /** Such as {@code Charged: INTEREST EUR 1.68. Announced: COSTS EUR 40.00 from 2026-12-20.} */
  public static String sentence(Demand demand) {
    List<String> sentences = new ArrayList<>();
    if (!demand.charged().isEmpty()) {
      sentences.add("Charged: " + amounts(demand.charged()) + ".");
    }
    if (!demand.announced().isEmpty()) {
      sentences.add(
          "Announced: "
              + amounts(demand.announced())
              + ", owed after "
              + demand.lastFree()
              + ".");
    }
    if (demand.interestFrom() != null) {
      sentences.add("Announced: interest from " + demand.interestFrom() + ".");
    }
    if (!demand.leftOut().isEmpty()) {
      sentences.add("Left out, to be verified: " + amounts(demand.leftOut()) + ".");
    }
    demand.problems().forEach(problem -> sentences.add("Left out: " + problem.code() + "."));
    return String.join(" ", sentences);
  }

  private static String amounts(List<Line> lines) {
    Map<ClaimKind, Map<CurrencyUnit, Money>> sums = new EnumMap<>(ClaimKind.class);
    for (Line line : lines) {
      Money amount = line.claim().amount();
      sums.computeIfAbsent(line.claim().kind(), kind -> new TreeMap<>())
          .merge(amount.getCurrencyUnit(), amount, Money::plus);
    }
    List<String> said = new ArrayList<>();
    sums.forEach(
        (kind, byCurrency) -> byCurrency.values().forEach(sum -> said.add(kind + " " + sum)));
    return String.join(", ", said);
  }
}
