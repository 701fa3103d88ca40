package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Interest as it grows, forward in time. Days are whole, a year has 365 of them; each period of one
 * rate and one base is rounded half up to the smallest unit, so that periods add up to the total.
 */
final class Accrual {
  private static final BigDecimal YEAR = new BigDecimal(36500);

  private final RateInForce.OfDebt rates;
  private final boolean compounding;
  private final LocalDate start;
  private final CurrencyUnit currency;
  private final List<Period> periods = new ArrayList<>();
  private final List<Gap> gaps = new ArrayList<>();

  private LocalDate next;
  private BigDecimal principal;
  private BigDecimal capitalised = BigDecimal.ZERO;
  private BigDecimal accrued = BigDecimal.ZERO;
  private int years = 1;
  private boolean broken;
  private @Nullable Open open;

  Accrual(RateInForce.OfDebt rates, boolean compounding, LocalDate start, Money principal) {
    this.rates = rates;
    this.compounding = compounding;
    this.start = start;
    this.next = start;
    this.currency = principal.getCurrencyUnit();
    this.principal = principal.getAmount();
  }

  /** A finished period. */
  record Period(
      LocalDate from, LocalDate to, Money base, int days, RateInForce rate, Money amount) {}

  /** Days of which the rate is missing. */
  record Gap(LocalDate from, LocalDate to, RateInForce.Missing missing) {}

  private record Open(LocalDate from, LocalDate to, BigDecimal base, RateInForce rate) {}

  /** Counts the days up to and with the last one. */
  void through(LocalDate last) {
    while (!next.isAfter(last)) {
      capitaliseAtYearEnd();
      RateInForce.Span span = rates.on(next);
      LocalDate to = earlier(earlier(span.through(), last), lastOfYear());
      RateInForce rate = span.rate();
      RateInForce.Missing missing = span.missing();
      if (missing != null && principal.signum() > 0) {
        gap(to, missing);
      } else if (rate != null) {
        extend(to, rate);
      }
      next = to.plusDays(1);
    }
  }

  /** From the next day on so much less of the principal is open. */
  void reduce(BigDecimal amount) {
    close();
    principal = principal.subtract(amount).max(BigDecimal.ZERO);
  }

  /** Takes so much of the interest that is owed, what has become part of the base first. */
  void settleInterest(BigDecimal amount) {
    close();
    BigDecimal old = amount.min(capitalised);
    capitalised = capitalised.subtract(old);
    accrued = accrued.subtract(amount.subtract(old));
  }

  BigDecimal principal() {
    return principal;
  }

  /** The interest that is owed and was not settled. */
  BigDecimal interest() {
    close();
    return capitalised.add(accrued);
  }

  List<Period> periods() {
    close();
    return List.copyOf(periods);
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  /** The first day of the next year of default. */
  private LocalDate yearEnd() {
    return start.plusYears(years);
  }

  private LocalDate lastOfYear() {
    return compounding ? yearEnd().minusDays(1) : LocalDate.MAX;
  }

  private void capitaliseAtYearEnd() {
    while (compounding && !next.isBefore(yearEnd())) {
      close();
      capitalised = capitalised.add(accrued);
      accrued = BigDecimal.ZERO;
      years++;
    }
  }

  private void gap(LocalDate to, RateInForce.Missing missing) {
    close();
    broken = true;
    Gap last = gaps.isEmpty() ? null : gaps.getLast();
    boolean joined =
        last != null && last.to.plusDays(1).equals(next) && last.missing.equals(missing);
    if (last != null && joined) {
      gaps.set(gaps.size() - 1, new Gap(last.from, to, missing));
    } else {
      gaps.add(new Gap(next, to, missing));
    }
  }

  /** Whether a base lacks the interest of days that nobody could reckon. */
  boolean incomplete() {
    return broken && compounding;
  }

  private void extend(LocalDate to, RateInForce rate) {
    BigDecimal base = principal.signum() == 0 ? BigDecimal.ZERO : principal.add(capitalised);
    Open before = open;
    if (before != null
        && before.to.plusDays(1).equals(next)
        && before.base.compareTo(base) == 0
        && before.rate.equals(rate)) {
      open = new Open(before.from, to, base, rate);
    } else {
      close();
      open = new Open(next, to, base, rate);
    }
  }

  private void close() {
    Open closing = open;
    open = null;
    if (closing == null || closing.base.signum() == 0) {
      return;
    }
    int days = Math.toIntExact(ChronoUnit.DAYS.between(closing.from, closing.to) + 1);
    BigDecimal amount =
        closing
            .base
            .multiply(closing.rate.percent())
            .multiply(BigDecimal.valueOf(days))
            .divide(YEAR, currency.getDecimalPlaces(), RoundingMode.HALF_UP);
    accrued = accrued.add(amount);
    Money base = Money.of(currency, closing.base);
    periods.add(
        new Period(closing.from, closing.to, base, days, closing.rate, Money.of(currency, amount)));
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
