package org.dunlin.connectors.camt;

import org.dunlin.connectors.xml.Element;
import org.joda.money.Money;

/**
 * A batch of more transactions than are held, all of which have an amount so far: each becomes a
 * payment as it comes. Whether they add up is known at its end, when the payments are out already,
 * so one that does not refuses the file.
 */
final class LargeBatch {
  private final Entry first;
  private final String key;
  private final Payments payments;
  private Money sum;
  private int number;

  /** Begins with the transactions that are held. */
  LargeBatch(Entry first, String key, Payments payments) {
    this.first = first;
    this.key = key;
    this.payments = payments;
    this.sum = Payments.sum(first);
    payments.begin(first, key);
    for (Detail detail : first.details()) {
      payments.ofBatch(first.head(), detail, key, ++number);
    }
    first.details().clear();
  }

  void add(Detail detail) {
    Money amount = detail.amount();
    if (amount != null && !amount.isNegative()) {
      sum = sum.plus(Signs.signed(amount, detail.direction()));
    }
    payments.ofBatch(first.head(), detail, key, ++number);
  }

  /** Refuses the entry of these fields where its transactions do not add up to it. */
  void end(Element fields) {
    Money rest = first.head().signed().minus(sum);
    if (!Payments.isCharge(first, rest)) {
      throw fields.refused(
          "BATCH_DOES_NOT_ADD_UP",
          "the "
              + number
              + " transactions of the batch sum to "
              + sum.getAmount().toPlainString()
              + ", the entry is "
              + first.head().signed().getAmount().toPlainString()
              + "; ask the bank for the complete statement");
    }
    payments.charge(first, rest, key);
  }
}
