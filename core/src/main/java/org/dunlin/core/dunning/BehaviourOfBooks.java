package org.dunlin.core.dunning;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How the customers of some books have paid up to a day. */
final class BehaviourOfBooks {
  private static final class Sum {
    private Money paid;
    private BigDecimal timesDaysLate = BigDecimal.ZERO;
    private Money open;
    private Money overdue;

    Sum(CurrencyUnit currency) {
      paid = Money.zero(currency);
      open = paid;
      overdue = paid;
    }
  }

  private static final class Sums {
    private int everPaid;
    private int broken;
    private final Map<CurrencyUnit, Sum> currencies = new TreeMap<>();

    Sum in(CurrencyUnit currency) {
      return currencies.computeIfAbsent(currency, Sum::new);
    }

    PaymentBehaviour behaviour() {
      return new PaymentBehaviour(
          everPaid,
          broken,
          currencies.values().stream()
              .map(
                  sum ->
                      new PaymentBehaviour.InCurrency(
                          sum.paid, sum.timesDaysLate, sum.open, sum.overdue))
              .toList());
    }
  }

  private final Company company;
  private final LocalDate day;
  private final LocalDate since;
  private final Map<String, Customer> customers = new HashMap<>();
  private final Map<String, Sums> sums = new HashMap<>();

  BehaviourOfBooks(Company company, List<Customer> customers, LocalDate day) {
    this.company = company;
    this.day = day;
    this.since = day.minusMonths(12);
    customers.forEach(each -> this.customers.put(each.id(), each));
  }

  /**
   * Takes an invoice.
   *
   * @param lastPaid the last day up to this one on which a payment was allocated to it
   */
  void take(Invoice invoice, Money open, @Nullable LocalDate lastPaid) {
    Customer customer = customers.get(invoice.customerId());
    if (customer == null || invoice.issueDate().isAfter(day)) {
      return;
    }
    Sums of = sums.computeIfAbsent(customer.id(), id -> new Sums());
    if (open.isPositive()) {
      Sum sum = of.in(invoice.currency());
      sum.open = sum.open.plus(open);
      for (OpenInstalment each :
          OpenInstalment.of(new OpenInvoice(invoice, open), customer, company)) {
        sum.overdue = each.dueDate().isBefore(day) ? sum.overdue.plus(each.open()) : sum.overdue;
      }
    } else if (lastPaid != null) {
      of.everPaid++;
      if (lastPaid.isAfter(since)) {
        Sum sum = of.in(invoice.currency());
        long late = Math.max(0, ChronoUnit.DAYS.between(lastDue(invoice, customer), lastPaid));
        sum.paid = sum.paid.plus(invoice.total());
        sum.timesDaysLate =
            sum.timesDaysLate.add(invoice.total().getAmount().multiply(BigDecimal.valueOf(late)));
      }
    }
  }

  void take(Promise promise) {
    boolean counts =
        promise.state() == PromiseState.BROKEN
            && promise.on().isAfter(since)
            && !promise.on().isAfter(day);
    if (counts) {
      sums.computeIfAbsent(promise.customerId(), id -> new Sums()).broken++;
    }
  }

  /** The levels that are known, by the customers' ids. */
  Map<String, RiskLevel> levels() {
    Map<String, RiskLevel> levels = new HashMap<>();
    sums.forEach(
        (customer, of) -> {
          RiskLevel level = Risk.of(of.behaviour()).level();
          if (level != RiskLevel.UNKNOWN) {
            levels.put(customer, level);
          }
        });
    return levels;
  }

  private LocalDate lastDue(Invoice invoice, Customer customer) {
    return invoice.instalments().stream()
        .map(each -> each.dueDate())
        .max(LocalDate::compareTo)
        .orElseGet(() -> DueDates.of(invoice, customer, company).dueDate());
  }
}
