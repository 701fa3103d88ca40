package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.Stores;

/**
 * What a person says of a payment without allocating it: not for these invoices, no customer's at
 * all, or a customer's credit.
 */
public final class JudgePayment {
  private final Stores stores;
  private final JudgeSum judge;

  /** Over these stores. */
  public JudgePayment(Stores stores) {
    this.stores = stores;
    judge = new JudgeSum(stores);
  }

  /** Says that the payment does not pay these invoices: no rule joins them again. */
  public void refuse(String companyId, UUID paymentId, List<UUID> invoices, String by) {
    judge.refuse(companyId, new Sum.OfPayment(paymentId), invoices, by);
  }

  /** Sets what is left of it aside as no customer's; false when nothing is left to be set aside. */
  public boolean setAside(String companyId, UUID paymentId, String by) {
    return judge.aside(
        companyId,
        new Sum.OfPayment(paymentId),
        "PAYMENT_SET_ASIDE",
        by,
        () -> stores.payments().setAside(companyId, paymentId, by));
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
    return judge.aside(
        companyId,
        new Sum.OfPayment(paymentId),
        "PAYMENT_OF_CUSTOMER",
        by,
        () -> stores.payments().credit(companyId, paymentId, customerId, by));
  }

  /** Takes it up again, for rules to look at; false when it was not set aside. */
  public boolean takeUp(String companyId, UUID paymentId, String by) {
    Sum payment = new Sum.OfPayment(paymentId);
    return judge.said(
        companyId,
        payment,
        "PAYMENT_TAKEN_UP",
        by,
        () -> {
          stores.pay().payouts().refuse(companyId, paymentId);
          return payment.takeUp(stores, companyId);
        });
  }
}
