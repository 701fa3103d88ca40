package org.dunlin.store.view;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose credit a payment is, or seems to be.
 *
 * @param customer the customer's name
 * @param settled the number of the settled invoice that the payment names; absent where a person
 *     said whose it is
 */
public record Credited(UUID customerId, String customer, @Nullable String settled) {}
