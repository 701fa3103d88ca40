package org.dunlin.sandbox.program.mollie;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stands.
 *
 * @param since when it came to stand so
 * @param settlement in which it is paid out
 */
public record MolliePayment(
    String id,
    MollieOrder order,
    Instant createdAt,
    Instant expiresAt,
    MollieStatus status,
    Instant since,
    @Nullable MollieMethod method,
    @Nullable MolliePayer payer,
    Money refunded,
    Money chargedBack,
    @Nullable String settlement) {

  public Money amount() {
    return order.amount();
  }

  public String description() {
    return order.description();
  }

  /** Where whoever made it is told what becomes of it; empty where nobody is. */
  public Optional<URI> notified() {
    return Optional.ofNullable(order.webhookUrl()).map(URI::create);
  }

  /** What may still be given back. */
  Money remaining() {
    return amount().minus(refunded).minus(chargedBack);
  }

  /** The address of its hosted page ends with this. */
  String token() {
    return id.substring(3);
  }

  MolliePayment nowIs(MollieStatus next, Instant when) {
    return new MolliePayment(
        id,
        order,
        createdAt,
        expiresAt,
        next,
        when,
        method,
        payer,
        refunded,
        chargedBack,
        settlement);
  }

  MolliePayment paidBy(MollieMethod how, MolliePayer who, Instant when) {
    return new MolliePayment(
        id,
        order,
        createdAt,
        expiresAt,
        MollieStatus.PAID,
        when,
        how,
        who,
        refunded,
        chargedBack,
        settlement);
  }

  MolliePayment givenBack(Money moreRefunded, Money moreChargedBack) {
    return new MolliePayment(
        id,
        order,
        createdAt,
        expiresAt,
        status,
        since,
        method,
        payer,
        refunded.plus(moreRefunded),
        chargedBack.plus(moreChargedBack),
        settlement);
  }

  MolliePayment settledIn(String id) {
    return new MolliePayment(
        this.id,
        order,
        createdAt,
        expiresAt,
        status,
        since,
        method,
        payer,
        refunded,
        chargedBack,
        id);
  }
}
