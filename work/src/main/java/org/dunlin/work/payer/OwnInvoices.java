package org.dunlin.work.payer;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.joda.money.Money;

/** Which invoices a payer may mean: those of its own of which something is open. */
final class OwnInvoices {
  private OwnInvoices() {}

  /**
   * What is open of these; of all where none is named.
   *
   * @throws NotDone where one of them is not among the payer's own, or nothing is open
   */
  static Map<UUID, Money> needed(Stores stores, Payer payer, List<UUID> invoices) {
    Map<UUID, Money> open =
        stores.talk().standstills().open(payer.companyId(), payer.customerId(), invoices);
    NotDone.unless(!open.isEmpty() && open.keySet().containsAll(invoices), NotDone.Reason.NOT_OPEN);
    return open;
  }
}
