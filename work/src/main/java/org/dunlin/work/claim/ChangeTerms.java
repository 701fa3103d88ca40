package org.dunlin.work.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dunlin.core.claim.RatesRefused;
import org.dunlin.store.Stores;
import org.dunlin.store.claim.ClaimTerms;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Keeps what a company says of its terms and of rates, with who said it. */
public final class ChangeTerms {
  private static final BigDecimal HIGHEST = new BigDecimal(100);
  private static final int DECIMALS = 4;

  private final Stores stores;

  /** Over these stores. */
  public ChangeTerms(Stores stores) {
    this.stores = stores;
  }

  /** What a company says. */
  public record Said(
      @Nullable BigDecimal agreedRate,
      @Nullable Money stepFee,
      boolean consumerClause,
      String rates) {}

  /**
   * Keeps it.
   *
   * @throws TermsRefused when something of it cannot be taken
   */
  public void change(String companyId, Said said, String by) {
    BigDecimal rate = said.agreedRate;
    if (rate != null
        && (rate.signum() < 0 || rate.compareTo(HIGHEST) > 0 || rate.scale() > DECIMALS)) {
      throw new TermsRefused(
          TermsRefused.Kind.RATE, "an agreed rate is from 0 to 100 percent with four decimals");
    }
    Money fee = said.stepFee;
    if (fee != null && !fee.isPositive()) {
      throw new TermsRefused(TermsRefused.Kind.FEE, "a fee is more than nothing");
    }
    try {
      ClaimFacts.rates(said.rates);
    } catch (RatesRefused e) {
      throw new TermsRefused(TermsRefused.Kind.RATES, e.problem().position() + ": " + e.problem().message());
    }
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    stores
        .transactions()
        .run(
            () -> {
              stores
                  .claims()
                  .terms()
                  .put(
                      companyId,
                      new ClaimTerms(rate, fee, said.consumerClause, said.rates, by, null),
                      by);
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "company", companyId, "CLAIM_TERMS_CHANGED", by, today, sentence(said)));
            });
  }

  private static String sentence(Said said) {
    return "Agreed rate: "
        + (said.agreedRate == null ? "none" : said.agreedRate.toPlainString())
        + "; fee of a step: "
        + (said.stepFee == null ? "none" : said.stepFee)
        + "; terms with consumers: "
        + (said.consumerClause ? "yes" : "no")
        + "; lines of rates: "
        + said.rates.lines().filter(line -> !line.isBlank()).count();
  }
}
