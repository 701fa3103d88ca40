package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money given back.
 *
 * @param status {@code pending}, {@code refunded} or {@code canceled}
 */
record MollieRefund(
    String id,
    String payment,
    Money amount,
    String description,
    @Nullable JsonNode metadata,
    String status,
    Instant createdAt,
    @Nullable String settlement) {

  static final String PENDING = "pending";
  static final String REFUNDED = "refunded";

  MollieRefund done() {
    return new MollieRefund(
        id, payment, amount, description, metadata, REFUNDED, createdAt, settlement);
  }

  MollieRefund settledIn(String settled) {
    return new MollieRefund(id, payment, amount, description, metadata, status, createdAt, settled);
  }
}
