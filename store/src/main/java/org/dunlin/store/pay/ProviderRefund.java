package org.dunlin.store.pay;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that is given back at the provider where it came in.
 *
 * @param providerKey the payment as the provider names it
 * @param reason why it is none; in the provider's words
 * @param fresh whether it was asked for so lately that the provider still knows by its id that it
 *     is the same
 * @param idle whether nobody is asking the provider for it just now
 * @param arrived whether the provider has told of the money that left
 */
public record ProviderRefund(
    UUID id,
    UUID paymentId,
    UUID customerId,
    String connectionId,
    String providerKey,
    Money amount,
    State state,
    @Nullable String reason,
    String askedBy,
    LocalDate askedOn,
    boolean fresh,
    boolean idle,
    boolean arrived) {

  /** How far it has come. */
  public enum State {
    /** The provider is being asked, or did not answer. */
    ASKED,
    /** The provider gives it back. */
    DONE,
    /** It is not given back. */
    REFUSED
  }
}
