package org.dunlin.bench.match;

import java.util.List;
import org.dunlin.core.model.Invoice;

/** What else an amount could pay of a customer, found by trying. */
final class Sums {
  private Sums() {}

  /** Other invoices, or pairs of them, of the same amount. */
  static int others(List<Invoice> open, Invoice invoice, World world) {
    int others = 0;
    long amount = world.open(invoice);
    for (int i = 0; i < open.size(); i++) {
      others +=
          !open.get(i).id().equals(invoice.id()) && Math.abs(world.open(open.get(i)) - amount) < 6
              ? 1
              : 0;
      for (int j = 0; j < i; j++) {
        others += world.open(open.get(i)) + world.open(open.get(j)) == amount ? 1 : 0;
      }
    }
    return others;
  }

  /** In how many ways some of few invoices make up a sum. */
  static int ways(List<Invoice> open, long sum, World world) {
    int ways = 0;
    for (int some = 1; some < 1 << open.size(); some++) {
      long total = 0;
      for (int i = 0; i < open.size(); i++) {
        total += (some >> i & 1) == 1 ? world.open(open.get(i)) : 0;
      }
      ways += total == sum ? 1 : 0;
    }
    return ways;
  }
}
