package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.model.MatchRule;

/** The last tier only suggests: what the payer owes, and whatever has the amount. */
final class ByScore {
  private static final int MOST_OF_AN_AMOUNT = 6;

  private final LedgerView view;
  private final OwnDocuments own;
  private final Payable payable;

  ByScore(LedgerView view) {
    this.view = view;
    this.own = new OwnDocuments(view);
    this.payable = new Payable(view);
  }

  List<Proposal> propose(Incoming incoming) {
    List<Proposal> proposals = new ArrayList<>();
    for (Debtor debtor : incoming.payer().debtors()) {
      List<Item> open = own.open(debtor, incoming);
      if (!open.isEmpty() && incoming.payer().debtors().size() == 1) {
        proposals.add(
            proposal(open, incoming, Confidence.ON_ACCOUNT, "what the payer owes, earliest first"));
      }
    }
    if (incoming.payer().debtors().isEmpty()) {
      List<Item> equal =
          payable.of(
              view.withAmount(incoming.amount(), incoming.currency(), MOST_OF_AN_AMOUNT), incoming);
      for (Item item : equal) {
        String why = "amount equals open amount; the payer is not known";
        proposals.add(proposal(List.of(item), incoming, Confidence.AMOUNT_ONLY, why));
      }
    }
    return proposals;
  }

  private static Proposal proposal(
      List<Item> items, Incoming incoming, BigDecimal confidence, String why) {
    return new Proposal(
        Amounts.laid(Fit.LESS, items, List.of(), incoming.amount()),
        MatchRule.SCORE,
        confidence,
        false,
        List.of(why),
        Map.of());
  }
}
