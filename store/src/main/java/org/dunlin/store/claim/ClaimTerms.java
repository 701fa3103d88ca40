package org.dunlin.store.claim;

import java.math.BigDecimal;
import java.time.Instant;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a company's terms say, and the rates that it gave.
 *
 * @param agreedRate percent a year that businesses agreed to; null: the law's
 * @param stepFee what a step of dunning may cost; null: nothing was agreed
 * @param consumerClause whether terms with consumers say that late payment costs something
 * @param rates a file of rates, possibly empty
 * @param saidBy who said it last; null: nobody said anything
 */
public record ClaimTerms(
    @Nullable BigDecimal agreedRate,
    @Nullable Money stepFee,
    boolean consumerClause,
    String rates,
    @Nullable String saidBy,
    @Nullable Instant saidAt) {
  /** Nothing was said: the law alone counts. */
  public static final ClaimTerms NOTHING = new ClaimTerms(null, null, false, "", null, null);

  /** Tells what was said from what is said later; empty where nobody said anything. */
  public String version() {
    return saidAt == null ? "" : saidAt.toString();
  }
}
