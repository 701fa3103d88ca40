package org.dunlin.connectors.csv;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * Which way money moved.
 *
 * @param debit words of the mark for what left the account, compared as names of columns are
 * @param credit words for what came in
 * @param debitsNegative whether the column of debits has negative amounts for what left
 * @param inverted whether a positive amount of the one column is what left, as on credit cards
 * @param feesPositive whether the column of fees has positive amounts for what was kept
 */
record Signs(
    Set<String> debit,
    Set<String> credit,
    boolean debitsNegative,
    boolean inverted,
    boolean feesPositive) {
  Signs {
    debit = Set.copyOf(debit);
    credit = Set.copyOf(credit);
  }

  /** Whether the word is the mark of money that came in; empty where it is no mark. */
  Optional<Boolean> in(String cell) {
    String word = ColumnName.normal(cell);
    if (credit.contains(word)) {
      return Optional.of(true);
    }
    return debit.contains(word) ? Optional.of(false) : Optional.empty();
  }

  /** What the account gained by an amount of the one column. */
  BigDecimal gained(BigDecimal amount) {
    return inverted ? amount.negate() : amount;
  }

  /** What the account gained by an amount of the column of debits. */
  BigDecimal gainedByDebit(BigDecimal amount) {
    return debitsNegative ? amount : amount.negate();
  }

  /** What the account gained by an amount of the column of fees. */
  BigDecimal gainedByFee(BigDecimal amount) {
    return feesPositive ? amount.negate() : amount;
  }
}
