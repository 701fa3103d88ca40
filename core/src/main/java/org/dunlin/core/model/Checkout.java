package org.dunlin.core.model;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment provider says of one attempt to pay. Once it is paid the provider tells of a
 * {@link Payment} beside it, whose {@code endToEndId} is the same reference.
 *
 * @param id the provider's
 * @param reference the hub's own id of the attempt, as it was given to the provider
 * @param amount what is to be paid
 * @param method how it is paid, in the provider's words, such as {@code ideal}; absent where the
 *     payer has not chosen yet
 * @param expiresAt until when it may be paid there; absent where the provider does not say
 */
public record Checkout(
    String id,
    String reference,
    CheckoutState state,
    Money amount,
    @Nullable String method,
    @Nullable Instant expiresAt)
    implements CanonicalRecord {}
