package org.dunlin.sandbox.world;

import java.util.List;
import org.joda.money.Money;

/**
 * One booking on an account: a single movement, or a batch booked as one amount.
 *
 * @param bankReference the bank's own reference of the booking
 */
record Entry(String bankReference, List<Movement> movements) {
  Money signed() {
    return Euro.sum(movements.stream().map(Movement::signed).toList());
  }

  BankCode code() {
    return movements.getFirst().code();
  }

  /** The bank's reference of one movement: the entry's, numbered within a batch. */
  String bankReference(int index) {
    return movements.size() == 1 ? bankReference : bankReference + "-" + (index + 1);
  }
}
