package org.dunlin.connectors.csv;

import org.dunlin.connectors.Refusal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Holds the balances of one account against its entries, whichever end of the file is the oldest:
 * one of the two orders must tie out at every balance that stands there.
 */
final class RunningBalance {
  private final Order oldestFirst = new Order();
  private final Order newestFirst = new Order();
  private Money sum;

  RunningBalance(CurrencyUnit currency) {
    sum = Money.zero(currency);
  }

  /** One order. */
  private static final class Order {
    private @Nullable Money end;
    private @Nullable Money expected;
    private @Nullable Money found;
    private int brokenAt;

    /**
     * @param implied the balance at the beginning of the file by the one that stands there
     */
    void take(Money implied, Money balance, int line) {
      if (end == null) {
        end = implied;
      } else if (brokenAt == 0 && !end.equals(implied)) {
        brokenAt = line;
        expected = balance.plus(end).minus(implied);
        found = balance;
      }
    }
  }

  /** Takes the next entry of the file. */
  void take(Money change, @Nullable Money balance, int line) {
    Money before = sum;
    sum = sum.plus(change);
    if (balance != null) {
      oldestFirst.take(balance.minus(sum), balance, line);
      newestFirst.take(balance.plus(before), balance, line);
    }
  }

  /** All entries together. */
  Money sum() {
    return sum;
  }

  /** Whether any balance stood there. */
  boolean any() {
    return oldestFirst.end != null;
  }

  /**
   * Refuses what ties out in neither order.
   *
   * @param days 1 where they ascend in the file, -1 where they descend: of that order it is told
   */
  void check(int days) {
    if (oldestFirst.brokenAt > 0 && newestFirst.brokenAt > 0) {
      boolean later = oldestFirst.brokenAt > newestFirst.brokenAt;
      Order told = days > 0 || days == 0 && later ? oldestFirst : newestFirst;
      throw new Refusal(
          "BALANCE_DOES_NOT_TIE",
          told.brokenAt,
          "by the entries the balance here is "
              + plain(told.expected)
              + ", but the file says "
              + plain(told.found)
              + "; entries are missing or altered, so export the file again in full");
    }
  }

  /** The balance before the oldest entry; null where both orders tie out and differ. */
  @Nullable Money opening() {
    Money one = oldestFirst.brokenAt == 0 ? oldestFirst.end : null;
    Money other =
        newestFirst.brokenAt == 0 && newestFirst.end != null ? newestFirst.end.minus(sum) : null;
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.equals(other) ? one : null;
  }

  private static String plain(@Nullable Money money) {
    return money == null ? "unknown" : money.getAmount().toPlainString();
  }
}
