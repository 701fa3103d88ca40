package org.dunlin.work.pay;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.pay.KeptCheckout;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What a provider is asked for of an attempt to pay: the same each time it is asked. */
final class CheckoutWishes {
  private static final int LONGEST_DESCRIPTION = 140;

  private final Stores stores;

  CheckoutWishes(Stores stores) {
    this.stores = stores;
  }

  /**
   * What is asked for.
   *
   * @param returnTo where the payer comes back to; null where payers do not reach the hub
   */
  CheckoutWish of(String companyId, KeptCheckout checkout, @Nullable URI returnTo) {
    List<CheckoutWish.Part> parts = new ArrayList<>();
    for (DocumentState each : Parts.ordered(documents(companyId, checkout.invoices().keySet()))) {
      Money part = checkout.invoices().get(UUID.fromString(each.invoice().id()));
      if (part != null) {
        parts.add(new CheckoutWish.Part(each.invoice().number(), part));
      }
    }
    return new CheckoutWish(
        checkout.id(),
        checkout.amount(),
        description(stores.companies().profile(companyId).company().name(), parts),
        checkout.customerId(),
        parts,
        returnTo,
        checkout.language(),
        null);
  }

  /** The numbers, as many as there is room for, with the company before them. */
  private static String description(String company, List<CheckoutWish.Part> parts) {
    StringBuilder text = new StringBuilder(company).append(' ');
    for (int i = 0; i < parts.size(); i++) {
      String next = (i == 0 ? "" : ", ") + parts.get(i).number();
      if (i > 0 && text.length() + next.length() > LONGEST_DESCRIPTION) {
        return text.append(" …").toString();
      }
      text.append(next);
    }
    return text.toString();
  }

  private List<DocumentState> documents(String companyId, Set<UUID> invoices) {
    return invoices.stream()
        .map(id -> stores.invoices().find(companyId, id).orElseThrow())
        .toList();
  }
}
