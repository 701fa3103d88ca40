package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day of default costs under a rule.
 *
 * @param percent a year, with at least two decimals
 * @param citation where law and rate are published, and whether something is to be verified
 */
record RateInForce(BigDecimal percent, RateStatus status, String law, String citation) {
  private static final int DECIMALS = 2;

  /** Rates of one debt. */
  static final class OfDebt {
    private final Law.InterestRule rule;
    private final RateStatus status;
    private final Rates rates;
    private final LocalDate lateFrom;
    private final @Nullable BigDecimal agreed;

    OfDebt(Law.InterestRule rule, RateStatus status, Rates rates, Debt debt) {
      this.rule = rule;
      this.status = status;
      this.rates = rates;
      this.lateFrom = debt.lateFrom();
      this.agreed = debt.agreed().rate();
    }

    /** The rate of a day, or none, and the last day of which the same is true. */
    Span on(LocalDate day) {
      if (agreed != null && !rule.cap()) {
        return new Span(agreed(agreed), LocalDate.MAX, null);
      }
      Span statutory = statutory(day);
      RateInForce found = statutory.rate;
      if (agreed == null || found == null || agreed.compareTo(found.percent()) >= 0) {
        return statutory;
      }
      return new Span(agreed(agreed), statutory.through, null);
    }

    private Span statutory(LocalDate day) {
      BigDecimal fixed = rule.percent();
      if (fixed != null) {
        return new Span(inForce(fixed, RateStatus.KNOWN, ""), LocalDate.MAX, null);
      }
      String series = String.valueOf(rule.series());
      LocalDate reference = reference(day);
      Rates.Found found = rates.on(series, reference);
      LocalDate through = through(day, found.through());
      Rate rate = found.rate();
      if (rate == null) {
        return new Span(null, through, new Missing(series, reference));
      }
      BigDecimal margin = rule.margin() == null ? BigDecimal.ZERO : rule.margin();
      return new Span(
          inForce(rounded(rate.percent().add(margin)), rate.status(), "; " + rate.source()),
          through,
          null);
    }

    private LocalDate reference(LocalDate day) {
      return switch (rule.reference()) {
        case HALF_YEAR -> HalfYear.first(day);
        case DAY -> day;
        case FIRST_DAY -> HalfYear.first(lateFrom).minusDays(1);
      };
    }

    private LocalDate through(LocalDate day, LocalDate found) {
      return switch (rule.reference()) {
        case HALF_YEAR -> HalfYear.last(day);
        case DAY -> found;
        case FIRST_DAY -> LocalDate.MAX;
      };
    }

    private BigDecimal rounded(BigDecimal percent) {
      BigDecimal step = rule.roundUpTo();
      return step == null ? percent : percent.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }

    private RateInForce inForce(BigDecimal percent, RateStatus rate, String source) {
      RateStatus both = status.and(rate);
      String citation = rule.source() + source;
      return new RateInForce(scaled(percent), both, rule.law(), cited(citation, both));
    }

    private RateInForce agreed(BigDecimal percent) {
      return new RateInForce(
          scaled(percent), RateStatus.KNOWN, "agreed", "agreed between the parties");
    }
  }

  /** The citation, which says so where something is to be verified. */
  static String cited(String citation, RateStatus status) {
    return switch (status) {
      case KNOWN -> citation;
      case CHECK -> citation + " (check: to be verified)";
    };
  }

  private static BigDecimal scaled(BigDecimal percent) {
    BigDecimal plain = percent.stripTrailingZeros();
    return plain.scale() < DECIMALS ? plain.setScale(DECIMALS) : plain;
  }

  /** A rate or what is missing for it, up to and with a day. */
  record Span(@Nullable RateInForce rate, LocalDate through, @Nullable Missing missing) {}

  /** The figure that would be needed. */
  record Missing(String series, LocalDate reference) {}
}
