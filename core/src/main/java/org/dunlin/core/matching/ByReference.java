package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.matching.Settlement.Share;
import org.dunlin.core.model.MatchRule;

/** The first tier: a structured reference names the invoice, and the amount says how it is paid. */
final class ByReference {
  private final Amounts amounts;

  ByReference(Amounts amounts) {
    this.amounts = amounts;
  }

  /** What the citations propose, the best first; nothing when there are none. */
  List<Proposal> propose(Incoming incoming, List<Citation> citations) {
    if (citations.isEmpty()) {
      return List.of();
    }
    Map<Item, String> sayings = new LinkedHashMap<>();
    for (Citation citation : citations) {
      citation.fitting().forEach(item -> sayings.putIfAbsent(item, citation.evidence(item)));
    }
    if (citations.stream().anyMatch(citation -> citation.fitting().size() > 1)) {
      return Proposal.tie(
          List.copyOf(sayings.keySet()),
          incoming.amount(),
          MatchRule.STRUCTURED_REFERENCE,
          sayings);
    }
    return List.of(
        citations.size() == 1
            ? single(incoming, citations.getFirst(), sayings)
            : several(incoming, citations, sayings));
  }

  private Proposal single(Incoming incoming, Citation citation, Map<Item, String> sayings) {
    List<Item> invoice = citation.fitting();
    if (citation.amount() != null && citation.amount().getAmountMinorLong() < incoming.amount()) {
      long stated = Math.min(citation.amount().getAmountMinorLong(), Amounts.open(invoice));
      Settlement settlement = Amounts.laid(Fit.MORE, invoice, List.of(), stated);
      return proposal(settlement, Confidence.REFERENCE_MORE, true, Fit.MORE.sentence, sayings);
    }
    Settlement settlement = amounts.any(invoice, List.of(), incoming);
    return proposal(
        settlement, confidence(settlement.fit()), true, settlement.fit().sentence, sayings);
  }

  private Proposal several(Incoming incoming, List<Citation> citations, Map<Item, String> sayings) {
    boolean stated = citations.stream().allMatch(citation -> citation.amount() != null);
    if (!stated) {
      Settlement full = amounts.full(sayings.keySet(), List.of(), incoming);
      if (full != null) {
        String why = "amount equals the sum of all that is named";
        return proposal(full, Confidence.REFERENCE_EQUAL, true, why, sayings);
      }
    }
    List<Share> shares = new ArrayList<>();
    long sum = 0;
    for (Citation citation : citations) {
      Item invoice = citation.fitting().getFirst();
      long wanted =
          citation.amount() == null ? invoice.open() : citation.amount().getAmountMinorLong();
      long share = Math.min(wanted, invoice.open());
      shares.add(new Share(invoice, null, share));
      sum += share;
    }
    if (sum == incoming.amount()) {
      String why = "amount equals the sum of all that is named";
      Settlement exact = new Settlement(Fit.EXACT, shares, List.of());
      return proposal(exact, Confidence.REFERENCE_EQUAL, true, why, sayings);
    }
    if (stated && sum < incoming.amount()) {
      String why = "the payer states what is for each; the rest stays unallocated";
      Settlement more = new Settlement(Fit.MORE, shares, List.of());
      return proposal(more, Confidence.REFERENCE_MORE, true, why, sayings);
    }
    return differing(incoming, sum, sayings, MatchRule.STRUCTURED_REFERENCE);
  }

  /** Of several that are named the sum is not what came: a person decides. */
  static Proposal differing(
      Incoming incoming, long sum, Map<Item, String> sayings, MatchRule rule) {
    List<Item> earliest = sayings.keySet().stream().sorted(LedgerView.EARLIEST_DUE).toList();
    Fit fit = sum > incoming.amount() ? Fit.LESS : Fit.MORE;
    String why =
        "amount differs from the sum " + earliest.getFirst().money(sum) + "; earliest due first";
    return new Proposal(
        Amounts.laid(fit, earliest, List.of(), incoming.amount()),
        rule,
        Confidence.SUM_DIFFERS,
        false,
        List.of(why),
        sayings);
  }

  private static BigDecimal confidence(Fit fit) {
    return switch (fit) {
      case EXACT -> Confidence.REFERENCE_EQUAL;
      case NET, DISCOUNT, ROUNDING, INSTALMENT -> Confidence.REFERENCE_FULL;
      case CHARGES, LESS -> Confidence.REFERENCE_LESS;
      case MORE -> Confidence.REFERENCE_MORE;
    };
  }

  private static Proposal proposal(
      Settlement settlement,
      BigDecimal confidence,
      boolean sole,
      String why,
      Map<Item, String> sayings) {
    return new Proposal(
        settlement, MatchRule.STRUCTURED_REFERENCE, confidence, sole, List.of(why), sayings);
  }
}
