package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.store.Stores;

/**
 * What a person says of a payment without allocating it: not for these invoices, no customer's at
 * all, or a customer's credit.
 */
public final class JudgePayment {
  private final Stores stores;

  /** Over these stores. */
  public JudgePayment(Stores stores) {
    this.stores = stores;
  }

  /** Says that the payment does not pay these invoices: no rule joins them again. */
  public void refuse(String companyId, UUID paymentId, List<UUID> invoices, String by) {
    judged(
        companyId,
        paymentId,
        "MATCH_REFUSED",
        by,
        () -> {
          invoices.forEach(invoice -> stores.refusals().add(companyId, paymentId, invoice, by));
          stores.allocations().clearSuggestions(companyId, paymentId);
          return !invoices.isEmpty();
        });
  }

  /** Sets what is left of it aside as no customer's; false when nothing is left to be set aside. */
  public boolean setAside(String companyId, UUID paymentId, String by) {
    return judged(
        companyId,
        paymentId,
        "PAYMENT_SET_ASIDE",
        by,
        () -> {
          boolean done = stores.payments().setAside(companyId, paymentId, by);
          if (done) {
            stores.allocations().clearSuggestions(companyId, paymentId);
          }
          return done;
        });
  }

  /**
   * Sets what is left of it aside as the credit of a customer; false when nothing is left of it, or
   * it is that already.
   *
   * @throws IllegalArgumentException when the company has no such customer
   */
  public boolean belongsTo(String companyId, UUID paymentId, UUID customerId, String by) {
    if (stores.customers().find(companyId, customerId).isEmpty()) {
      throw new IllegalArgumentException("there is no customer " + customerId);
    }
    return judged(
        companyId,
        paymentId,
        "PAYMENT_OF_CUSTOMER",
        by,
        () -> {
          boolean done = stores.payments().credit(companyId, paymentId, customerId, by);
          if (done) {
            stores.allocations().clearSuggestions(companyId, paymentId);
          }
          return done;
        });
  }

  /** Takes it up again, for rules to look at; false when it was not set aside. */
  public boolean takeUp(String companyId, UUID paymentId, String by) {
    return judged(
        companyId,
        paymentId,
        "PAYMENT_TAKEN_UP",
        by,
        () -> {
          stores.pay().payouts().refuse(companyId, paymentId);
          return stores.payments().takeUp(companyId, paymentId);
        });
  }

  private boolean judged(
      String companyId, UUID paymentId, String event, String by, BooleanSupplier change) {
    return new Judgement(stores).said(companyId, "payment", paymentId, event, by, change);
  }
}
