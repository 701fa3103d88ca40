package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.matching.Proposal.Line;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;

/** The second tier: the text quotes document numbers, and amount or payer confirm them. */
final class ByNumber {
  private final OpenDocuments documents;
  private final Shares shares;

  ByNumber(OpenDocuments documents) {
    this.documents = documents;
    this.shares = new Shares(documents);
  }

  /** What the numbers propose, the best first; nothing when there are none. */
  List<Proposal> propose(Incoming incoming, List<Numbered> quoted) {
    List<Numbered> telling = telling(incoming, quoted);
    if (telling.isEmpty()) {
      return List.of();
    }
    Map<Invoice, String> evidence = new LinkedHashMap<>();
    for (Numbered number : telling) {
      number.bearing().forEach(invoice -> evidence.putIfAbsent(invoice, number.saying()));
    }
    if (telling.stream().anyMatch(number -> number.bearing().size() > 1)) {
      return Proposal.tie(
          shares.alternatives(evidence, incoming.available()), MatchRule.DOCUMENT_NUMBER);
    }
    return List.of(
        telling.size() == 1
            ? single(incoming, telling.getFirst())
            : several(incoming, telling, evidence));
  }

  /** Where the payer's own invoices are among those that bear a number, only they count. */
  private static List<Numbered> telling(Incoming incoming, List<Numbered> quoted) {
    List<Numbered> resolved = new ArrayList<>();
    for (Numbered number : quoted) {
      List<Invoice> own =
          number.bearing().stream().filter(i -> incoming.paidBy(i.customerId())).toList();
      resolved.add(own.isEmpty() ? number : number.with(own));
    }
    List<Numbered> strong = resolved.stream().filter(number -> !number.doubtful(incoming)).toList();
    return strong.isEmpty() ? resolved : strong;
  }

  private Proposal single(Incoming incoming, Numbered number) {
    Invoice invoice = number.bearing().getFirst();
    Money open = documents.open(invoice);
    Money available = incoming.available();
    boolean payer = number.confirmedBy(incoming);
    boolean equal = available.isEqual(open);
    boolean sole = equal ? !number.doubtful(incoming) : payer && number.firm();
    List<String> why = new ArrayList<>();
    why.add(Shares.comparison(available, open));
    why.add(payer ? "the payer is this customer" : "the payer is not known as this customer");
    Line line = shares.single(invoice, available, number.saying());
    return proposal(
        List.of(line), confidence(incoming, number, available.compareTo(open)), sole, why);
  }

  private static BigDecimal confidence(Incoming incoming, Numbered number, int order) {
    boolean payer = number.confirmedBy(incoming);
    if (number.doubtful(incoming)) {
      return Confidence.WEAK_NUMBER;
    }
    if (order == 0) {
      return payer
          ? Confidence.NUMBER_EQUAL_OF_PAYER
          : incoming.payers().isEmpty()
              ? Confidence.NUMBER_EQUAL
              : Confidence.NUMBER_EQUAL_OF_OTHER;
    }
    if (!payer || !number.firm()) {
      return Confidence.NUMBER_ONLY;
    }
    return order < 0 ? Confidence.NUMBER_LESS_OF_PAYER : Confidence.NUMBER_MORE_OF_PAYER;
  }

  private Proposal several(
      Incoming incoming, List<Numbered> telling, Map<Invoice, String> evidence) {
    Money available = incoming.available();
    Money sum = shares.sum(evidence.keySet(), Money.zero(available.getCurrencyUnit()));
    List<Line> lines = shares.earliestFirst(evidence, available);
    Set<String> customers =
        evidence.keySet().stream()
            .map(Invoice::customerId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!sum.isEqual(available)) {
      List<String> why = List.of("amount differs from the sum " + sum + "; earliest due first");
      return proposal(lines, Confidence.SUM_DIFFERS, false, why);
    }
    String equal = "amount equals the sum of all that is named";
    if (customers.size() > 1) {
      List<String> why = List.of(equal, "the invoices are of several customers");
      return proposal(lines, Confidence.SUM_OF_SEVERAL_CUSTOMERS, false, why);
    }
    boolean doubtful = telling.stream().anyMatch(number -> number.doubtful(incoming));
    BigDecimal confidence =
        doubtful ? Confidence.WEAK_NUMBER : confidence(incoming, telling.getFirst(), 0);
    return proposal(lines, confidence, !doubtful, List.of(equal));
  }

  private static Proposal proposal(
      List<Line> lines, BigDecimal confidence, boolean sole, List<String> why) {
    return new Proposal(lines, MatchRule.DOCUMENT_NUMBER, confidence, sole, why);
  }
}
