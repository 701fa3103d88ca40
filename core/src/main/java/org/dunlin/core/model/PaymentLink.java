package org.dunlin.core.model;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A URL at which given invoices of one customer and currency can be paid.
 *
 * @param amount what is open of the invoices together
 * @param url whoever has it can pay there; absent where it is not told, or there is none yet
 * @param expiresAt from when on nobody can pay there; absent where that never comes
 */
public record PaymentLink(
    String id,
    String customerId,
    List<String> invoiceIds,
    Money amount,
    @Nullable String url,
    PaymentLinkState state,
    @Nullable Instant expiresAt)
    implements CanonicalRecord {
  public PaymentLink {
    invoiceIds = List.copyOf(invoiceIds);
  }
}
