package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;

/** Which documents a payment or credit note may settle at all. */
final class Payable {
  private final LedgerView view;

  Payable(LedgerView view) {
    this.view = view;
  }

  boolean by(Item invoice, String settlingId, CurrencyUnit currency) {
    return invoice.payable()
        && invoice.currency.equals(currency)
        && !view.refused(settlingId, invoice);
  }

  boolean by(Item invoice, Incoming incoming) {
    return by(invoice, incoming.payment().id(), incoming.currency());
  }

  List<Item> of(List<Item> documents, Incoming incoming) {
    List<Item> payable = new ArrayList<>(documents.size());
    for (Item document : documents) {
      if (by(document, incoming)) {
        payable.add(document);
      }
    }
    return payable;
  }
}
