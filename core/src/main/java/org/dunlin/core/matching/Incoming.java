package org.dunlin.core.matching;

import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.joda.money.CurrencyUnit;

/**
 * A payment to be matched.
 *
 * @param amount what is not yet allocated of it, in the minor unit
 * @param day of booking, counted from 1970
 */
record Incoming(Payment payment, long amount, CurrencyUnit currency, int day, Payer payer) {
  static Incoming of(UnallocatedPayment candidate, Payer payer) {
    return new Incoming(
        candidate.payment(),
        candidate.unallocated().getAmountMinorLong(),
        candidate.unallocated().getCurrencyUnit(),
        (int) candidate.payment().bookingDate().toEpochDay(),
        payer);
  }

  /** Whether the payment is one that a customer may have made, with something left of it. */
  static boolean counts(UnallocatedPayment candidate) {
    Payment payment = candidate.payment();
    boolean fromCustomer =
        switch (payment.kind()) {
          case TRANSFER, DIRECT_DEBIT, CARD, WALLET, CHEQUE, OTHER -> true;
          case RETURN, FEE, PAYOUT -> false;
        };
    return fromCustomer
        && payment.direction() == Direction.IN
        && candidate.unallocated().isPositive();
  }

  boolean paidBy(Debtor debtor) {
    return payer.is(debtor);
  }

  Incoming from(Payer other) {
    return new Incoming(payment, amount, currency, day, other);
  }
}
