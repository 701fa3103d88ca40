package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.List;

/** What a payer owes, as far as the payment can be for it: issued by then, in its currency. */
final class OwnDocuments {
  private static final int MOST_OF_AN_AMOUNT = 50;

  private final LedgerView view;
  private final Payable payable;

  OwnDocuments(LedgerView view) {
    this.view = view;
    this.payable = new Payable(view);
  }

  /** Of all customers that the payer may be, those that are open with just this amount. */
  List<Item> ofAmount(Incoming incoming) {
    List<Item> equal = new ArrayList<>();
    for (Debtor debtor : incoming.payer().debtors()) {
      List<Item> all = view.of(debtor);
      List<Item> asked =
          all.size() <= LedgerView.FEW
              ? all
              : view.withAmount(incoming.amount(), incoming.currency(), MOST_OF_AN_AMOUNT);
      for (Item item : asked) {
        if (item.debtor == debtor && item.open() == incoming.amount() && fits(item, incoming)) {
          equal.add(item);
        }
      }
    }
    equal.sort(LedgerView.EARLIEST_DUE);
    return equal;
  }

  /** The open invoices of a customer, earliest due first; of very many only the first. */
  List<Item> open(Debtor debtor, Incoming incoming) {
    List<Item> open = new ArrayList<>();
    int looked = 0;
    for (Item item : view.of(debtor)) {
      if (fits(item, incoming)) {
        open.add(item);
      }
      if (++looked >= 4 * LedgerView.FEW) {
        break;
      }
    }
    return open;
  }

  List<Item> notes(Debtor debtor, Incoming incoming) {
    return view.notes(debtor, incoming.currency());
  }

  private boolean fits(Item item, Incoming incoming) {
    return item.issued <= incoming.day() && payable.by(item, incoming);
  }
}
