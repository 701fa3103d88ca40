package org.dunlin.sandbox.program.mollie;

import java.time.Instant;
import java.util.Map;
import org.joda.money.Money;

/**
 * A movement of the balance.
 *
 * @param type as the API names it, under which the context goes, too
 * @param initial signed, before the fee
 * @param fee signed: below zero, or zero
 * @param context the ids of what it is of
 */
record MollieTransaction(
    String id, String type, Money initial, Money fee, Map<String, String> context, Instant at) {

  Money result() {
    return initial.plus(fee);
  }
}
