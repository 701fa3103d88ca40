package org.dunlin.work.claim;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dunlin.core.claim.Rate;
import org.dunlin.core.claim.RateStatus;
import org.dunlin.core.claim.Rates;
import org.dunlin.core.claim.RatesRefused;
import org.dunlin.store.Stores;
import org.dunlin.store.claim.ClaimTerms;
import org.dunlin.store.journal.Happening;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Keeps what a company says of its terms and of rates, with who said it. */
public final class ChangeTerms {
  private static final BigDecimal HIGHEST = new BigDecimal(100);
  private static final int DECIMALS = 4;
  private static final String HEADING = "series,valid_from,through,percent,status,source\n";

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
   * @param seen the version of what was said when it was read, so that nothing that somebody said
   *     meanwhile is lost
   * @throws TermsRefused when something of it cannot be taken
   */
  public void change(String companyId, Said said, String seen, String by) {
    mustBeRight(said);
    locked(
        companyId,
        kept -> {
          if (!kept.version().equals(seen)) {
            throw new TermsRefused(
                TermsRefused.Kind.MEANWHILE,
                "somebody changed the terms meanwhile; read them again");
          }
          keep(companyId, said, by);
        });
  }

  private static void mustBeRight(Said said) {
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
      throw new TermsRefused(
          TermsRefused.Kind.RATES, e.problem().position() + ": " + e.problem().message());
    }
  }

  /** One person after the other, so that each changes what the one before left. */
  private void locked(String companyId, Consumer<ClaimTerms> change) {
    stores
        .transactions()
        .run(
            () -> {
              if (!stores.companies().lock(companyId)) {
                throw new IllegalArgumentException("there is no company " + companyId);
              }
              change.accept(stores.claims().terms().of(companyId));
            });
  }

  private void keep(String companyId, Said said, String by) {
    ClaimTerms terms =
        new ClaimTerms(said.agreedRate, said.stepFee, said.consumerClause, said.rates, by, null);
    stores.claims().terms().put(companyId, terms, by);
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(
            companyId,
            Happening.to("company", companyId, "CLAIM_TERMS_CHANGED", by, today, sentence(said)));
  }

  /**
   * Takes a carried rate that is to be verified for verified, as a rate of the company's own.
   *
   * @throws TermsRefused when there is no such rate, or the company gave one of its own
   */
  public void confirm(String companyId, String series, LocalDate validFrom, String by) {
    Rate carried =
        Rates.carried().all().stream()
            .filter(rate -> rate.series().equals(series) && rate.validFrom().equals(validFrom))
            .filter(rate -> rate.status() == RateStatus.CHECK)
            .findFirst()
            .orElseThrow(
                () -> new TermsRefused(TermsRefused.Kind.RATES, "no such rate is to be verified"));
    locked(
        companyId,
        kept -> {
          String rates = withVerified(kept.rates(), carried, by);
          keep(
              companyId,
              new Said(kept.agreedRate(), kept.stepFee(), kept.consumerClause(), rates),
              by);
        });
  }

  private static String withVerified(String rates, Rate carried, String by) {
    List<Rate> own = new ArrayList<>(own(rates));
    if (own.stream().anyMatch(rate -> same(rate, carried))) {
      throw new TermsRefused(
          TermsRefused.Kind.RATES, "there is a rate of your own from that day already");
    }
    own.add(carried);
    StringBuilder file = new StringBuilder(HEADING);
    own.forEach(rate -> file.append(line(rate, same(rate, carried) ? by : null)));
    return file.toString();
  }

  /** The rates that a company gave itself. */
  public static List<Rate> own(String rates) {
    try (ByteArrayInputStream file =
        new ByteArrayInputStream(rates.getBytes(StandardCharsets.UTF_8))) {
      return Rates.read(file, "rates").all();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean same(Rate one, Rate other) {
    return one.series().equals(other.series()) && one.validFrom().equals(other.validFrom());
  }

  private static String line(Rate rate, @Nullable String verifiedBy) {
    String status =
        verifiedBy != null
            ? "known"
            : switch (rate.status()) {
              case KNOWN -> "known";
              case CHECK -> "check";
            };
    return String.join(
            ",",
            rate.series(),
            rate.validFrom().toString(),
            rate.through().toString(),
            rate.percent().toPlainString(),
            status,
            rate.source() + (verifiedBy == null ? "" : "; verified by " + verifiedBy))
        + "\n";
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
