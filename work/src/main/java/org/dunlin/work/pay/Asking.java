package org.dunlin.work.pay;

import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is asked for.
 *
 * @param id the hub's own, under which it is done once at most
 * @param about what it is paid or given back by, whose calls these are
 * @param key what it is done to, in the provider's words; absent of what is begun
 * @param wish what is to be paid; absent of what ends
 * @param amount to be paid or given back; absent where all ends
 */
record Asking(
    UUID id,
    UUID about,
    @Nullable String key,
    @Nullable CheckoutWish wish,
    @Nullable Money amount,
    @Nullable String description) {}
