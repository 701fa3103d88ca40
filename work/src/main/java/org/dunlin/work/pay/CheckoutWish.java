package org.dunlin.work.pay;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.message.Language;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is to pay at a provider.
 *
 * @param id of the attempt or of the link; the provider gets it as its idempotency key and gives it
 *     back as the reference of what it says
 * @param description what payers read on their statements, such as the numbers of the invoices
 * @param customerId who pays
 * @param invoices what it is for; their amounts are together {@code amount}
 * @param returnTo where the payer comes back to; absent where payers do not reach the hub
 * @param method which of the provider's methods, in its words; absent where the payer chooses there
 */
public record CheckoutWish(
    UUID id,
    Money amount,
    String description,
    UUID customerId,
    List<Part> invoices,
    @Nullable URI returnTo,
    Language language,
    @Nullable String method) {
  public CheckoutWish {
    invoices = List.copyOf(invoices);
  }

  /** What of it is for one invoice. */
  public record Part(String number, Money amount) {}
}
