package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.matching.Settlement.Fit;
import org.dunlin.core.matching.Settlement.Share;
import org.dunlin.core.model.MatchRule;
import org.joda.money.Money;

/**
 * Invoices in another currency than the payment that names them: only ever suggested, with both
 * amounts, since nobody here knows at which rate they were paid.
 */
final class ByCurrency {
  private final LedgerView view;

  ByCurrency(LedgerView view) {
    this.view = view;
  }

  /** One proposal for each that is named, of an amount of its own currency. */
  List<Proposal> propose(Incoming incoming, Collection<Item> named, Collection<Item> others) {
    Set<Item> all = new LinkedHashSet<>(named);
    all.addAll(others);
    List<Proposal> proposals = new ArrayList<>();
    for (Item item : all) {
      if (item.payable()
          && !item.currency.equals(incoming.currency())
          && !view.refused(incoming.payment().id(), item)) {
        proposals.add(proposal(item, incoming));
      }
    }
    return proposals;
  }

  private static Proposal proposal(Item item, Incoming incoming) {
    Money came = Money.ofMinor(incoming.currency(), incoming.amount());
    return new Proposal(
        new Settlement(Fit.LESS, List.of(new Share(item, null, item.open())), List.of()),
        MatchRule.SCORE,
        Confidence.OTHER_CURRENCY,
        false,
        List.of(came + " came and " + item.openMoney() + " is open: the currencies differ"),
        Map.of(item, "the payment names " + item.number));
  }
}
