package org.dunlin.work.translate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Statement;
import org.dunlin.store.ledger.OverlappedDays.Moved;
import org.dunlin.store.ledger.OverlappedDays.Way;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The days that two statements of one account have in common. They need not tell of the same money:
 * a bank may end one at noon, or book something of an earlier day late.
 */
record Overlap(Statement said, Statement other) {

  /** Whether they have a day in common. */
  boolean isAny() {
    return !said.to().isBefore(other.from()) && !other.to().isBefore(said.from());
  }

  /**
   * Whether their balances prove that one ends before the other begins.
   *
   * @param near all of about those days
   */
  boolean isApart(List<Statement> near) {
    if (surrounds(said, other) || surrounds(other, said)) {
      return false;
    }
    Balances balances = new Balances(said, near);
    return balances.follow(other, said) || balances.follow(said, other);
  }

  /**
   * Whether the one brought entries in place of others that the ledger has of those days: both
   * leave out what the other has, and the sums or the balances say that it is the same money.
   *
   * @param days what the one says moved on each day in each direction, so that what comes in and is
   *     swept off does not look like nothing
   * @param moved what the ledger says of each day of the one
   */
  boolean contradicts(Map<Way, BigDecimal> days, Map<Way, Moved> moved) {
    BigDecimal leftOut = BigDecimal.ZERO;
    BigDecimal brought = BigDecimal.ZERO;
    boolean anyLeftOut = false;
    boolean anyBrought = false;
    boolean dayAlike = false;
    for (Map.Entry<Way, Moved> each : moved.entrySet()) {
      if (!holds(each.getKey().day())) {
        continue;
      }
      Moved there = each.getValue();
      BigDecimal own = days.getOrDefault(each.getKey(), BigDecimal.ZERO);
      BigDecimal missed = there.all().subtract(own);
      leftOut = leftOut.add(missed);
      brought = brought.add(there.brought());
      anyLeftOut |= missed.signum() != 0;
      anyBrought |= there.any();
      dayAlike |= missed.signum() != 0 && missed.compareTo(there.brought()) == 0;
    }
    boolean alike = leftOut.signum() != 0 && leftOut.compareTo(brought) == 0;
    return anyLeftOut && anyBrought && (dayAlike || alike || isOfTheSame());
  }

  /** Whether one of them must hold what the other does: it surrounds it, or ends as it does. */
  private boolean isOfTheSame() {
    return surrounds(said, other)
        || surrounds(other, said)
        || (said.from().equals(other.from()) && same(said.openingBalance(), other.openingBalance()))
        || (said.to().equals(other.to()) && same(said.closingBalance(), other.closingBalance()));
  }

  private static boolean surrounds(Statement one, Statement other) {
    return one.from().isBefore(other.from()) && one.to().isAfter(other.to());
  }

  static boolean same(@Nullable Money one, @Nullable Money other) {
    return one != null && one.equals(other);
  }

  private boolean holds(LocalDate day) {
    return holds(said, day) && holds(other, day);
  }

  private static boolean holds(Statement statement, LocalDate day) {
    return !day.isBefore(statement.from()) && !day.isAfter(statement.to());
  }
}
