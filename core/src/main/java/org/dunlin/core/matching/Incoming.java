package org.dunlin.core.matching;

import java.util.Set;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;

/**
 * A payment to be matched.
 *
 * @param available what is not yet allocated of it
 * @param payers ids of the customers with whom its account or name agrees
 */
record Incoming(Payment payment, Money available, Set<String> payers) {
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

  boolean paidBy(String customerId) {
    return payers.contains(customerId);
  }
}
