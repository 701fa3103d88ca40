package org.dunlin.sandbox.world;

import java.util.Objects;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Source;
import org.dunlin.sandbox.world.Chronicle.Booked;
import org.jspecify.annotations.Nullable;

/** Finds a payment again by what its statement said of it. */
final class Recognition {
  private Recognition() {}

  /** The account, day, direction, amount, other side and end-to-end id agree. */
  static boolean same(Booked booked, Payment payment) {
    Movement movement = booked.movement();
    Party other = movement.other();
    return booked.bookedOn().equals(payment.bookingDate())
        && movement.amount().equals(payment.amount())
        && movement.code().incoming() == (payment.direction() == Direction.IN)
        && booked.accountIban().equals(iban(payment.account()))
        && Objects.equals(other == null ? null : other.iban(), iban(payment.payerAccount()))
        && Objects.equals(provided(movement.endToEndId()), provided(payment.endToEndId()));
  }

  /** The provider's own id is the payment's, or what a hub knows it by ends with it. */
  static boolean atProvider(Booked booked, Payment payment) {
    String id = booked.bankReference();
    Source source = payment.source();
    return payment.direction() == Direction.IN
        && (id.equals(payment.id()) || source != null && source.id().endsWith(id));
  }

  private static @Nullable String iban(@Nullable AccountId account) {
    return account == null ? null : account.iban();
  }

  private static @Nullable String provided(@Nullable String endToEndId) {
    return "NOTPROVIDED".equals(endToEndId) ? null : endToEndId;
  }
}
