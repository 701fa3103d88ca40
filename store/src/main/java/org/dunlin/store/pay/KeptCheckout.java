package org.dunlin.store.pay;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to pay at a provider, as the hub keeps it.
 *
 * @param invoices what of it is for each invoice
 * @param method in the provider's words; null where the payer has not chosen yet
 * @param place where the payer pays; null until the provider has answered
 * @param reason why the provider did not take it
 * @param paymentId the money that came of it, once it was looked at
 */
public record KeptCheckout(
    UUID id,
    UUID linkId,
    UUID customerId,
    String connectionId,
    CheckoutState state,
    Money amount,
    Map<UUID, Money> invoices,
    Language language,
    @Nullable String method,
    @Nullable Place place,
    @Nullable String reason,
    @Nullable UUID paymentId,
    Instant begunAt) {
  public KeptCheckout {
    invoices = Map.copyOf(invoices);
  }

  /**
   * Where it is paid.
   *
   * @param id as the provider names it
   * @param payAt the address of the page to pay at
   * @param expiresAt until when; null where the provider does not say
   */
  public record Place(String id, String payAt, @Nullable Instant expiresAt) {}
}
