package org.dunlin.sandbox.program.mollie;

import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Money taken back by the payer's bank. */
record MollieChargeback(
    String id, String payment, Money amount, Instant createdAt, @Nullable String settlement) {

  MollieChargeback settledIn(String settled) {
    return new MollieChargeback(id, payment, amount, createdAt, settled);
  }
}
