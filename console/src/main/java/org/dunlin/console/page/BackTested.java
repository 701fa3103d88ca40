package org.dunlin.console.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dunlin.core.model.Company;
import org.dunlin.work.match.BackTestCompany.Differing;
import org.dunlin.work.match.BackTestCompany.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A back-test as its page shows it.
 *
 * @param set the company's own confidence; absent where it has said none
 */
public record BackTested(Outcome outcome, @Nullable BigDecimal set) {
  private static final int SHOWN = 100;
  private static final int DIGITS = 6;

  static BackTested of(Outcome outcome, Company company) {
    return new BackTested(outcome, company.autoThreshold());
  }

  /** The share of the payments that would have been matched as they were decided. */
  public BigDecimal whole() {
    return share(outcome.result().whole(), outcome.result().payments());
  }

  /** The share of the lines that differ. */
  public BigDecimal wrong() {
    return share(outcome.differing().size(), outcome.result().lines());
  }

  /** The proposed confidence, as it is written in the profile. */
  public String proposed() {
    return outcome.result().proposed().stripTrailingZeros().toPlainString();
  }

  /** Whether at no confidence below 1 few enough lines differ. */
  public boolean nothingHelps() {
    return outcome.result().proposed().compareTo(BigDecimal.ONE) == 0;
  }

  /** Whether the company has the proposed confidence already. */
  public boolean isSet() {
    return set != null && set.compareTo(outcome.result().proposed()) == 0;
  }

  /** What differs, as far as a page holds it. */
  public List<Differing> shown() {
    return outcome.differing().stream().limit(SHOWN).toList();
  }

  private static BigDecimal share(int part, int whole) {
    return whole == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), DIGITS, RoundingMode.HALF_UP);
  }
}
