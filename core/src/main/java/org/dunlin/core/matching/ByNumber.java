package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.MatchRule;

/** The second tier: the text quotes document numbers, and amount or payer confirm them. */
final class ByNumber {
  private final Amounts amounts;

  ByNumber(Amounts amounts) {
    this.amounts = amounts;
  }

  /** What the numbers propose, the best first; nothing when there are none. */
  List<Proposal> propose(Incoming incoming, List<Numbered> quoted, List<Item> notes) {
    List<Numbered> telling = telling(incoming, quoted);
    if (telling.isEmpty()) {
      return List.of();
    }
    Map<Item, String> sayings = new LinkedHashMap<>();
    for (Numbered number : telling) {
      number.bearing().forEach(invoice -> sayings.putIfAbsent(invoice, number.saying()));
    }
    if (telling.stream().anyMatch(number -> number.bearing().size() > 1)) {
      return Proposal.tie(
          List.copyOf(sayings.keySet()), incoming.amount(), MatchRule.DOCUMENT_NUMBER, sayings);
    }
    return List.of(
        telling.size() == 1
            ? single(incoming, telling.getFirst(), notes, sayings)
            : several(incoming, telling, notes, sayings));
  }

  /**
   * Where the payer's own invoices are among those that bear a number, only they count; else those
   * of the amount that came.
   */
  private static List<Numbered> telling(Incoming incoming, List<Numbered> quoted) {
    List<Numbered> resolved = new ArrayList<>();
    for (Numbered number : quoted) {
      List<Item> own = some(number.bearing(), item -> incoming.paidBy(item.debtor));
      List<Item> left = own.isEmpty() ? number.bearing() : own;
      List<Item> equal = some(left, item -> quoted.size() == 1 && item.open() == incoming.amount());
      resolved.add(number.with(equal.isEmpty() ? left : equal));
    }
    List<Numbered> strong = some(resolved, number -> !number.doubtful(incoming));
    return strong.isEmpty() ? resolved : strong;
  }

  private static <T> List<T> some(List<T> all, Predicate<T> which) {
    List<T> some = new ArrayList<>(all.size());
    for (T each : all) {
      if (which.test(each)) {
        some.add(each);
      }
    }
    return some;
  }

  private Proposal single(
      Incoming incoming, Numbered number, List<Item> notes, Map<Item, String> sayings) {
    List<Item> invoice = number.bearing();
    Settlement settlement = amounts.any(invoice, notes, incoming);
    boolean payer = number.confirmedBy(incoming);
    Fit fit = settlement.fit();
    boolean sole =
        switch (fit) {
          case EXACT -> !number.doubtful(incoming);
          case NET, DISCOUNT, ROUNDING, INSTALMENT, CHARGES ->
              number.firm() || (payer && !number.loose());
          case LESS, MORE -> payer && number.firm() && notes.isEmpty();
        };
    List<String> why = new ArrayList<>();
    why.add(fit.sentence);
    why.add(payer ? "the payer is this customer" : "the payer is not known as this customer");
    return proposal(settlement, confidence(incoming, number, fit), sole, why, sayings);
  }

  private static BigDecimal confidence(Incoming incoming, Numbered number, Fit fit) {
    boolean payer = number.confirmedBy(incoming);
    if (number.doubtful(incoming)) {
      return Confidence.WEAK_NUMBER;
    }
    return switch (fit) {
      case EXACT ->
          payer
              ? Confidence.NUMBER_EQUAL_OF_PAYER
              : incoming.payer().debtors().isEmpty()
                  ? Confidence.NUMBER_EQUAL
                  : Confidence.NUMBER_EQUAL_OF_OTHER;
      case NET, DISCOUNT, ROUNDING, INSTALMENT ->
          payer ? Confidence.NUMBER_FULL_OF_PAYER : Confidence.NUMBER_EQUAL_OF_OTHER;
      case CHARGES -> payer ? Confidence.NUMBER_LESS_OF_PAYER : Confidence.NUMBER_CHARGED;
      case LESS ->
          payer && number.firm() ? Confidence.NUMBER_LESS_OF_PAYER : Confidence.NUMBER_ONLY;
      case MORE ->
          payer && number.firm() ? Confidence.NUMBER_MORE_OF_PAYER : Confidence.NUMBER_ONLY;
    };
  }

  private Proposal several(
      Incoming incoming, List<Numbered> telling, List<Item> notes, Map<Item, String> sayings) {
    List<Item> earliest = sayings.keySet().stream().sorted(LedgerView.EARLIEST_DUE).toList();
    Settlement full = amounts.full(earliest, notes, incoming);
    if (full == null) {
      return ByReference.differing(
          incoming, Amounts.open(sayings.keySet()), sayings, MatchRule.DOCUMENT_NUMBER);
    }
    String equal =
        full.fit() == Fit.EXACT
            ? "amount equals the sum of all that is named"
            : full.fit().sentence;
    long customers = sayings.keySet().stream().map(item -> item.debtor).distinct().count();
    if (customers > 1) {
      List<String> why = List.of(equal, "the invoices are of several customers");
      return proposal(full, Confidence.SUM_OF_SEVERAL_CUSTOMERS, false, why, sayings);
    }
    boolean doubtful = telling.stream().anyMatch(number -> number.doubtful(incoming));
    BigDecimal confidence =
        doubtful ? Confidence.WEAK_NUMBER : confidence(incoming, telling.getFirst(), full.fit());
    return proposal(full, confidence, !doubtful, List.of(equal), sayings);
  }

  private static Proposal proposal(
      Settlement settlement,
      BigDecimal confidence,
      boolean sole,
      List<String> why,
      Map<Item, String> sayings) {
    return new Proposal(settlement, MatchRule.DOCUMENT_NUMBER, confidence, sole, why, sayings);
  }
}
