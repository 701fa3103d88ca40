package org.dunlin.connectors.camt;

import java.math.BigDecimal;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What the bank counts in its own statement (TxsSummry), and what there is. Banks count in ways of
 * their own: some count transactions instead of entries, some put a reversal on the side of what it
 * reverses, some include what is not booked. So only a total that no such way explains is wrong.
 */
final class ControlTotals {
  /** One side of the account. */
  private static final class Side {
    private BigDecimal sum = BigDecimal.ZERO;
    private long entries;
    private long transactions;
  }

  private final Side credits = new Side();
  private final Side debits = new Side();
  private boolean unclear;

  void count(EntryHead booked, int transactions) {
    Side side = booked.direction() == Direction.IN ? credits : debits;
    side.sum = side.sum.add(booked.amount().getAmount());
    side.entries++;
    side.transactions += Math.max(1, transactions);
    unclear |= booked.reversal();
  }

  void countNotBooked() {
    unclear = true;
  }

  /** Refuses the statement where its totals contradict its entries. */
  void check(Element summary) {
    if (unclear) {
      return;
    }
    check(summary.child("TtlCdtNtries"), credits);
    check(summary.child("TtlDbtNtries"), debits);
  }

  private static void check(@Nullable Element said, Side side) {
    Element sum = said == null ? null : said.filled("Sum");
    if (sum != null && Values.decimal(sum).abs().compareTo(side.sum) != 0) {
      throw differs(sum, side.sum.toPlainString());
    }
    Element number = said == null ? null : said.filled("NbOfNtries");
    if (number == null) {
      return;
    }
    BigDecimal counted = Values.decimal(number);
    boolean explained =
        counted.compareTo(BigDecimal.valueOf(side.entries)) == 0
            || counted.compareTo(BigDecimal.valueOf(side.transactions)) == 0;
    if (!explained) {
      throw differs(number, String.valueOf(side.entries));
    }
  }

  private static RuntimeException differs(Element said, String found) {
    return said.refused(
        "CONTROL_TOTAL_DIFFERS",
        "the bank's total is "
            + said.text()
            + " but its entries give "
            + found
            + "; ask the bank for the complete statement");
  }
}
