package org.dunlin.work.translate;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the balances of statements of about the same days prove of their order. A balance that comes
 * back proves nothing, nor does a statement that ends with the balance with which it begins: every
 * statement of an account that is swept to zero each day would follow every other.
 *
 * @param said the one that came
 * @param near the others
 */
record Balances(Statement said, List<Statement> near) {
  /** Whether the later one begins after the earlier one ended, with none or one between them. */
  boolean follow(Statement earlier, Statement later) {
    return (beginsNoEarlier(earlier, later) && meet(earlier, later))
        || near.stream().anyMatch(between -> isBetween(earlier, between, later));
  }

  /** A bank that books late begins a statement on a day before the end of the one it follows. */
  private boolean isBetween(Statement earlier, Statement between, Statement later) {
    return !between.equals(earlier)
        && !between.equals(later)
        && !between.to().isBefore(earlier.to())
        && meet(between, later)
        && (beginsNoEarlier(between, later)
            || (beginsNoEarlier(earlier, between) && meet(earlier, between)));
  }

  /** They may have the day in common on which the one ends at noon. */
  private static boolean beginsNoEarlier(Statement before, Statement after) {
    return !after.from().isBefore(before.to());
  }

  /** Whether the one opens with what the other closed with, as no other does. */
  private boolean meet(Statement before, Statement after) {
    return Overlap.same(before.closingBalance(), after.openingBalance())
        && moves(before)
        && moves(after)
        && all().filter(each -> mentions(each, before.closingBalance())).count() == 2;
  }

  private Stream<Statement> all() {
    return Stream.concat(Stream.of(said), near.stream());
  }

  private static boolean moves(Statement statement) {
    return !Overlap.same(statement.openingBalance(), statement.closingBalance());
  }

  private static boolean mentions(Statement statement, @Nullable Money balance) {
    return Objects.equals(statement.openingBalance(), balance)
        || Objects.equals(statement.closingBalance(), balance);
  }
}
