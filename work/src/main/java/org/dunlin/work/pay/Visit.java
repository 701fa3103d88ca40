package org.dunlin.work.pay;

import java.util.UUID;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.store.company.CompanyProfile;

/** What somebody finds who opens the address of a payment link. */
public sealed interface Visit {
  /**
   * A link that counts until its last day: OPEN, or PAID or VOID where nothing is open of its
   * invoices any more.
   *
   * @param customerId whose invoices they are
   */
  record Open(CompanyProfile profile, UUID customerId, PaymentLink link) implements Visit {
    /** The link's id. */
    public UUID linkId() {
      return UUID.fromString(link.id());
    }
  }

  /**
   * A link whose last day is over, paid or not: nothing is shown of it, but a new one may be sent.
   */
  record Expired(CompanyProfile profile, UUID customerId, PaymentLink link) implements Visit {}

  /** Unknown, forged, revoked or ended by a person: one answer for all. */
  record Gone() implements Visit {}
}
