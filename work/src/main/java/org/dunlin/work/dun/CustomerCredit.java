package org.dunlin.work.dun;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Payments.Credit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Money that a person found to be a customer's own, and the invoices that it covers. */
final class CustomerCredit {
  private record Owner(String customerId, CurrencyUnit currency) {}

  private CustomerCredit() {}

  /**
   * The open invoices that their customer's credit covers wholly: a customer deducts it by itself.
   * What is larger than the credit is asked for, or a cent of credit would hold it for ever.
   */
  static Set<String> couldSettle(Stores stores, String companyId, Collection<OpenDocument> open) {
    Map<Owner, Money> credits = new HashMap<>();
    for (Credit credit : stores.payments().credits(companyId)) {
      credits.put(
          new Owner(credit.customer().toString(), credit.left().getCurrencyUnit()), credit.left());
    }
    Set<String> covered = new TreeSet<>();
    for (OpenDocument document : open) {
      Money credit =
          credits.get(
              new Owner(document.document().customerId(), document.open().getCurrencyUnit()));
      if (credit != null
          && document.document().kind() == InvoiceKind.INVOICE
          && !credit.isLessThan(document.open())) {
        covered.add(document.document().id());
      }
    }
    return covered;
  }
}
