package org.dunlin.work.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dunlin.core.claim.Demand;
import org.dunlin.core.claim.Line;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What a message says of claims, for the journal: amounts and laws, which no language changes. */
public final class StatedWords {
  private StatedWords() {}

  /** The events and their reasons, such as {@code EUR 1.68 (NL BW 6:119a)}. */
  public static Map<String, String> events(Demand demand) {
    Map<String, String> events = new LinkedHashMap<>();
    if (!demand.charged().isEmpty()) {
      events.put("CLAIMS_CHARGED", amounts(demand.charged()));
    }
    if (demand.announces()) {
      List<String> announced = new ArrayList<>();
      if (!demand.announced().isEmpty()) {
        announced.add(amounts(demand.announced()) + " > " + demand.lastFree());
      }
      if (demand.interestFrom() != null) {
        announced.add("% > " + demand.interestFrom().minusDays(1));
      }
      events.put("CLAIMS_ANNOUNCED", String.join(" · ", announced));
    }
    List<String> leftOut = new ArrayList<>();
    if (!demand.leftOut().isEmpty()) {
      leftOut.add(amounts(demand.leftOut()));
    }
    demand.problems().forEach(problem -> leftOut.add(problem.code()));
    if (!leftOut.isEmpty()) {
      events.put("CLAIMS_LEFT_OUT", String.join(" · ", leftOut));
    }
    return events;
  }

  private static String amounts(List<Line> lines) {
    Map<String, Map<CurrencyUnit, Money>> sums = new TreeMap<>();
    for (Line line : lines) {
      Money amount = line.claim().amount();
      sums.computeIfAbsent(
              Objects.requireNonNullElse(line.claim().law(), ""), law -> new TreeMap<>())
          .merge(amount.getCurrencyUnit(), amount, Money::plus);
    }
    List<String> said = new ArrayList<>();
    sums.forEach(
        (law, byCurrency) -> byCurrency.values().forEach(sum -> said.add(sum + " (" + law + ")")));
    return String.join(" · ", said);
  }
}
