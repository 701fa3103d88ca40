package org.dunlin.work.person;

import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.store.Stores;

/** What a person says of an account that matching takes for one that pays for a customer. */
public final class JudgePayer {
  private final Stores stores;

  /** Over these stores. */
  public JudgePayer(Stores stores) {
    this.stores = stores;
  }

  /**
   * Says that it does not pay for the customer, whatever is learned of it; what it paid stays where
   * it is. False when that was said before.
   */
  public boolean deny(String companyId, UUID customerId, String account, String by) {
    return judged(
        companyId,
        customerId,
        "PAYER_DENIED",
        by,
        () -> stores.payerLessons().deny(companyId, customerId, account, by));
  }

  /** Takes that back; false when it was not said. */
  public boolean allow(String companyId, UUID customerId, String account, String by) {
    return judged(
        companyId,
        customerId,
        "PAYER_ALLOWED",
        by,
        () -> stores.payerLessons().allow(companyId, customerId, account));
  }

  private boolean judged(
      String companyId, UUID customerId, String event, String by, BooleanSupplier change) {
    return new Judgement(stores).said(companyId, "customer", customerId, event, by, change);
  }
}
