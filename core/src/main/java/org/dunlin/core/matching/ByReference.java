package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Proposal.Line;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;

/** The first tier: a structured reference names the invoice, and the amount says how it is paid. */
final class ByReference {
  private final OpenDocuments documents;
  private final Shares shares;

  ByReference(OpenDocuments documents) {
    this.documents = documents;
    this.shares = new Shares(documents);
  }

  /** What the citations propose, the best first; nothing when there are none. */
  List<Proposal> propose(Incoming incoming, List<Citation> citations) {
    if (citations.isEmpty()) {
      return List.of();
    }
    Map<Invoice, String> evidence = new LinkedHashMap<>();
    for (Citation citation : citations) {
      citation
          .fitting()
          .forEach(invoice -> evidence.putIfAbsent(invoice, citation.evidence(invoice)));
    }
    if (citations.stream().anyMatch(citation -> citation.fitting().size() > 1)) {
      return Proposal.tie(
          shares.alternatives(evidence, incoming.available()), MatchRule.STRUCTURED_REFERENCE);
    }
    return List.of(
        citations.size() == 1
            ? single(incoming, citations.getFirst())
            : several(incoming, citations, evidence));
  }

  private Proposal single(Incoming incoming, Citation citation) {
    Invoice invoice = citation.fitting().getFirst();
    Money open = documents.open(invoice);
    Money available = incoming.available();
    Money wanted =
        citation.amount() == null ? available : Shares.least(citation.amount(), available);
    Line line = shares.single(invoice, wanted, citation.evidence(invoice));
    return proposal(
        List.of(line),
        confidence(available, open),
        true,
        List.of(Shares.comparison(available, open)));
  }

  private Proposal several(
      Incoming incoming, List<Citation> citations, Map<Invoice, String> evidence) {
    List<Line> lines = new ArrayList<>();
    Money sum = Money.zero(incoming.available().getCurrencyUnit());
    for (Citation citation : citations) {
      Invoice invoice = citation.fitting().getFirst();
      Money open = documents.open(invoice);
      Money wanted = citation.amount() == null ? open : citation.amount();
      lines.add(shares.single(invoice, wanted, citation.evidence(invoice)));
      sum = sum.plus(Shares.least(wanted, open));
    }
    if (sum.isEqual(incoming.available())) {
      List<String> why = List.of("amount equals the sum of all that is named");
      return proposal(lines, Confidence.REFERENCE_EQUAL, true, why);
    }
    boolean stated =
        sum.isLessThan(incoming.available())
            && citations.stream().allMatch(citation -> citation.amount() != null);
    if (stated) {
      List<String> why = List.of("the payer states what is for each; the rest stays unallocated");
      return proposal(lines, Confidence.REFERENCE_MORE, true, why);
    }
    return proposal(
        shares.earliestFirst(evidence, incoming.available()),
        Confidence.SUM_DIFFERS,
        false,
        List.of("amount differs from the sum " + sum + "; earliest due first"));
  }

  private static BigDecimal confidence(Money available, Money open) {
    int order = available.compareTo(open);
    return order == 0
        ? Confidence.REFERENCE_EQUAL
        : order < 0 ? Confidence.REFERENCE_LESS : Confidence.REFERENCE_MORE;
  }

  private static Proposal proposal(
      List<Line> lines, BigDecimal confidence, boolean sole, List<String> why) {
    return new Proposal(lines, MatchRule.STRUCTURED_REFERENCE, confidence, sole, why);
  }
}
