package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A movement on a statement with what it really is.
 *
 * @param incoming whether the company received it
 * @param amount positive
 * @param other who paid or was paid, as the bank writes it
 * @param meant the invoices that it is for; empty for what is not for any
 * @param undoes the bank reference of the payment that this one returns
 */
public record TruePayment(
    String bankReference,
    String accountIban,
    LocalDate bookedOn,
    boolean incoming,
    Money amount,
    @Nullable String other,
    List<Settlement> meant,
    @Nullable String undoes) {
  public TruePayment {
    meant = List.copyOf(meant);
  }
}
