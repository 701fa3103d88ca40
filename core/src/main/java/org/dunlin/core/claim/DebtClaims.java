package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Holds one debt against the law: interest, what sums it gives cause for, and what is not owed. */
final class DebtClaims {
  private final Debt debt;
  private final LocalDate on;
  private final Rates rates;
  private final List<Line> interest = new ArrayList<>();
  private final List<Line> fees = new ArrayList<>();
  private final List<SumOwed> sums = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private List<String> remarks = List.of();

  DebtClaims(Debt debt, LocalDate on, Rates rates) {
    this.debt = debt;
    this.on = on;
    this.rates = rates;
  }

  List<Line> interest() {
    return interest;
  }

  List<Line> fees() {
    return fees;
  }

  List<SumOwed> sums() {
    return sums;
  }

  List<Note> notes() {
    return notes;
  }

  List<Problem> problems() {
    return problems;
  }

  List<String> remarks() {
    return remarks;
  }

  void reckon() {
    Optional<Law> found = Laws.of(debt.country(), debt.debtor(), debt.lateFrom());
    if (found.isEmpty()) {
      problems.add(Missing.law(debt));
      return;
    }
    Law law = found.get();
    if (on.isBefore(debt.lateFrom())) {
      notes.add(Note.of(Note.Kind.NOT_LATE, debt.lateFrom()));
      return;
    }
    LocalDate lastInTime = debt.lateFrom().minusDays(1);
    if (debt.openOn(lastInTime).isZero()) {
      notes.add(Note.of(Note.Kind.PAID_IN_TIME, lastInTime));
      overpaid();
      return;
    }
    remarks = law.remarks();
    interest(law);
    law.sums().forEach(rule -> sum(rule, law.status()));
    fees(law);
    overpaid();
  }

  private void interest(Law law) {
    Law.InterestRule rule = rule(law, debt);
    LocalDate start = rule == null ? null : starts(rule);
    if (rule == null || start == null) {
      return;
    }
    Accrual accrual = accrual(rule, law.status(), start, debt, rates);
    for (PartPayment payment : debt.paid()) {
      if (!payment.on().isAfter(on)) {
        accrual.through(payment.on().minusDays(1));
        accrual.reduce(payment.amount().getAmount());
      }
    }
    accrual.through(on);
    accrual.periods().forEach(period -> interest.add(line(period)));
    accrual.gaps().forEach(gap -> problems.add(Missing.rate(rule.law(), gap)));
    if (accrual.incomplete()) {
      notes.add(Note.of(Note.Kind.COMPOUNDING_INCOMPLETE, rule.law()));
    }
    capped(rule);
  }

  private void capped(Law.InterestRule rule) {
    BigDecimal agreed = debt.agreed().rate();
    boolean capped =
        agreed != null && interest.stream().anyMatch(line -> rule.law().equals(line.claim().law()));
    if (rule.cap() && capped) {
      notes.add(Note.of(Note.Kind.RATE_CAPPED, rule.law()));
    }
  }

  private Line line(Accrual.Period period) {
    RateInForce rate = period.rate();
    if (rate.status() == RateStatus.CHECK) {
      notes.add(
          Note.of(
              Note.Kind.RATE_TO_VERIFY,
              rate.law(),
              rate.percent(),
              period.from(),
              period.to(),
              rate.citation()));
    }
    Claim claim =
        new Claim(
            debt.invoiceIds(),
            ClaimKind.INTEREST,
            period.amount(),
            period.from(),
            period.to(),
            rate.percent(),
            rate.law(),
            rate.citation());
    return new Line(claim, period.base(), period.days(), rate.status(), period.from());
  }

  /** The first day of interest; null where none is owed yet, which is noted. */
  private @Nullable LocalDate starts(Law.InterestRule rule) {
    LocalDate since = debt.agreed().lateSince();
    LocalDate from = owedFrom(rule.starts(), rule.freeDays());
    if (from == null) {
      notes.add(Note.of(Note.Kind.INTEREST_NEEDS_NOTICE, rule.law()));
      return null;
    }
    if (on.isBefore(from)) {
      notes.add(Note.of(Note.Kind.INTEREST_FROM, rule.law(), from));
      return null;
    }
    return since == null ? from : since;
  }

  private void sum(Law.SumRule rule, RateStatus status) {
    LocalDate from = owedFrom(rule.starts(), rule.freeDays());
    if (from == null) {
      notes.add(Note.of(Note.Kind.COSTS_NEED_LETTER, rule.law(), rule.freeDays()));
      return;
    }
    LocalDate lastFree = from.minusDays(1);
    Money base = debt.openOn(lastFree.isAfter(on) ? on : lastFree);
    if (base.isZero()) {
      notes.add(Note.of(Note.Kind.PAID_IN_FREE_DAYS, rule.law(), lastFree));
    } else if (rule.bySize() && !rule.unit().equals(base.getCurrencyUnit())) {
      problems.add(Missing.currency(rule, base));
    } else {
      sums.add(new SumOwed(rule, status, debt, base, from, !on.isBefore(from)));
    }
  }

  /** The first day on which something is owed; null where the reminder that it needs is missing. */
  private @Nullable LocalDate owedFrom(Law.Start start, int freeDays) {
    LocalDate received = debt.reminderReceived();
    if (start != Law.Start.AFTER_DUE && received != null && received.isBefore(debt.lateFrom())) {
      notes.add(Note.of(Note.Kind.REMINDER_TOO_EARLY, received, debt.lateFrom()));
      return null;
    }
    return switch (start) {
      case AFTER_DUE -> debt.lateFrom();
      case AFTER_NOTICE, AFTER_FREE_DAYS ->
          received == null ? null : received.plusDays(freeDays).plusDays(1);
    };
  }

  private void fees(Law law) {
    String refusedBy = law.feesRefusedBy();
    for (Agreed.Fee fee : debt.agreed().fees()) {
      if (refusedBy != null) {
        notes.add(Note.of(Note.Kind.FEE_REFUSED, refusedBy));
      } else if (!fee.on().isAfter(on)) {
        Claim claim =
            new Claim(
                debt.invoiceIds(),
                ClaimKind.FEE,
                fee.amount(),
                null,
                null,
                null,
                "agreed",
                "agreed between the parties");
        fees.add(new Line(claim, null, 0, RateStatus.KNOWN, fee.on()));
      }
    }
  }

  private void overpaid() {
    Money left = debt.principal();
    for (PartPayment payment : debt.paid()) {
      left = payment.on().isAfter(on) ? left : left.minus(payment.amount());
    }
    if (left.isNegative()) {
      notes.add(Note.of(Note.Kind.OVERPAID, left.negated()));
    }
  }

  /** The same facts as the law takes payments; null where nothing was paid late. */
  static @Nullable Attribution attribution(Debt debt, LocalDate on, Rates rates, List<Line> sums) {
    Law law = Laws.of(debt.country(), debt.debtor(), debt.lateFrom()).orElse(null);
    Law.Order order = law == null ? null : law.attribution();
    Law.InterestRule rule = law == null ? null : rule(law, debt);
    boolean late =
        debt.paid().stream()
            .anyMatch(each -> !each.on().isBefore(debt.lateFrom()) && !each.on().isAfter(on));
    if (law == null || order == null || rule == null || !late) {
      return null;
    }
    DebtClaims again = new DebtClaims(debt, on, rates);
    LocalDate start = again.starts(rule);
    LocalDate from = start == null ? on.plusDays(1) : start;
    Accrual accrual = accrual(rule, law.status(), from, debt, rates);
    return new AttributedPayments(debt, order, sums, accrual).until(on);
  }

  private static Accrual accrual(
      Law.InterestRule rule, RateStatus status, LocalDate start, Debt debt, Rates rates) {
    boolean yearly = rule.compounding() == Law.Compounding.YEARLY && debt.agreed().rate() == null;
    RateInForce.OfDebt ofDebt = new RateInForce.OfDebt(rule, status, rates, debt);
    return new Accrual(ofDebt, yearly, start, debt.principal());
  }

  /** The law's rule, or what was agreed where the law grants no interest. */
  private static Law.@Nullable InterestRule rule(Law law, Debt debt) {
    return law.interest() == null && debt.agreed().rate() != null
        ? AgreedInterest.RULE
        : law.interest();
  }
}
