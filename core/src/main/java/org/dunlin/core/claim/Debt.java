package org.dunlin.core.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one debt.
 *
 * @param country whose law counts: ISO 3166 alpha-2, {@code EU} for the directive itself
 * @param principal what was owed on the due date, with VAT
 * @param due the last day on which paying was in time
 * @param paid in the order of their days
 * @param reminderReceived when the debtor got the reminder, notice or letter that a law asks for
 * @param vatRecoverable whether the creditor can recover VAT on costs of collection
 */
public record Debt(
    List<String> invoiceIds,
    String country,
    Debtor debtor,
    Money principal,
    LocalDate due,
    List<PartPayment> paid,
    @Nullable LocalDate reminderReceived,
    boolean vatRecoverable,
    Agreed agreed) {
  /**
   * Refuses what cannot be: a negative principal, another currency, default before the due date.
   */
  public Debt {
    country = country.toUpperCase(Locale.ROOT);
    country = country.equals("UK") ? "GB" : country;
    if (principal.isNegative()) {
      throw new IllegalArgumentException("the principal is negative: " + principal);
    }
    for (PartPayment payment : paid) {
      if (!payment.amount().getCurrencyUnit().equals(principal.getCurrencyUnit())) {
        throw new IllegalArgumentException("paid in another currency: " + payment.amount());
      }
    }
    LocalDate lateSince = agreed.lateSince();
    if (lateSince != null && !lateSince.isAfter(due)) {
      throw new IllegalArgumentException("late since " + lateSince + ", but due on " + due);
    }
    invoiceIds = List.copyOf(invoiceIds);
    paid = paid.stream().sorted(Comparator.comparing(PartPayment::on)).toList();
  }

  /** A debt of which nothing was paid and nothing agreed, of a creditor who recovers VAT. */
  public static Debt of(String country, Debtor debtor, Money principal, LocalDate due) {
    return new Debt(
        List.of(), country, debtor, principal, due, List.of(), null, true, Agreed.NOTHING);
  }

  /** The same debt with these payments. */
  public Debt paid(List<PartPayment> payments) {
    return new Debt(
        invoiceIds,
        country,
        debtor,
        principal,
        due,
        payments,
        reminderReceived,
        vatRecoverable,
        agreed);
  }

  /** The same debt, of which the debtor was reminded. */
  public Debt reminded(@Nullable LocalDate received) {
    return new Debt(
        invoiceIds, country, debtor, principal, due, paid, received, vatRecoverable, agreed);
  }

  /** The same debt of a creditor who can, or cannot, recover VAT. */
  public Debt vatRecoverable(boolean recoverable) {
    return new Debt(
        invoiceIds, country, debtor, principal, due, paid, reminderReceived, recoverable, agreed);
  }

  /** The same debt with what was agreed. */
  public Debt agreed(Agreed terms) {
    return new Debt(
        invoiceIds, country, debtor, principal, due, paid, reminderReceived, vatRecoverable, terms);
  }

  /** The same debt, owed for these invoices. */
  public Debt invoices(List<String> ids) {
    return new Debt(
        ids, country, debtor, principal, due, paid, reminderReceived, vatRecoverable, agreed);
  }

  /** The first day on which it is late. */
  public LocalDate lateFrom() {
    LocalDate since = agreed.lateSince();
    return since == null ? due.plusDays(1) : since;
  }

  /** What is open of the principal at the end of a day; not less than nothing. */
  public Money openOn(LocalDate day) {
    Money open = principal;
    for (PartPayment payment : paid) {
      if (!payment.on().isAfter(day)) {
        open = open.minus(payment.amount());
      }
    }
    return open.isNegative() ? Money.zero(principal.getCurrencyUnit()) : open;
  }
}
