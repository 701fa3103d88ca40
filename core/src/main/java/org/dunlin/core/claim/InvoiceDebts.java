package org.dunlin.core.claim;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dunlin.core.dunning.DueDates;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The debts of one invoice, one an instalment. What was paid is taken off the earliest due first,
 * as everywhere. What was settled on a day that nobody said counts from the due date on, so that no
 * interest is claimed of it.
 *
 * @param undated what was settled on no known day
 */
public record InvoiceDebts(List<Debt> debts, Money undated) {
  /** Keeps its list. */
  public InvoiceDebts {
    debts = List.copyOf(debts);
  }

  /**
   * The debts.
   *
   * @param open what is still asked for; counts more than what is known of payments
   * @param settled what is known of payments, with their days, in any order
   * @param received when what a law asks for was received, by the due date of the instalment
   */
  public static InvoiceDebts of(
      Invoice invoice,
      Money open,
      Customer customer,
      Company company,
      List<PartPayment> settled,
      Map<LocalDate, LocalDate> received,
      Agreed agreed) {
    Applicable law = Applicable.of(company, customer);
    Money total = invoice.total().minus(open);
    Money left = total.isNegative() ? Money.zero(total.getCurrencyUnit()) : total;
    Deque<Part> parts = new ArrayDeque<>();
    for (PartPayment payment : inOrder(settled)) {
      Money taken = payment.amount().isGreaterThan(left) ? left : payment.amount();
      if (taken.isPositive()) {
        parts.add(new Part(payment.on(), taken));
        left = left.minus(taken);
      }
    }
    if (left.isPositive()) {
      parts.addFirst(new Part(null, left));
    }
    List<Debt> debts = new ArrayList<>();
    instalments(invoice, customer, company)
        .forEach(
            (due, amount) ->
                debts.add(
                    new Debt(
                        List.of(invoice.id()),
                        law.country(),
                        law.debtor(),
                        amount,
                        due,
                        poured(parts, amount, due),
                        received.get(due),
                        !Boolean.FALSE.equals(company.vatRecoverable()),
                        agreed)));
    return new InvoiceDebts(debts, left);
  }

  private static List<PartPayment> inOrder(List<PartPayment> settled) {
    return settled.stream().sorted(Comparator.comparing(PartPayment::on)).toList();
  }

  private static SortedMap<LocalDate, Money> instalments(
      Invoice invoice, Customer customer, Company company) {
    SortedMap<LocalDate, Money> parts = new TreeMap<>();
    for (Instalment instalment : invoice.instalments()) {
      parts.merge(instalment.dueDate(), instalment.amount(), Money::plus);
    }
    if (parts.isEmpty()) {
      parts.put(DueDates.of(invoice, customer, company).dueDate(), invoice.total());
    }
    return parts;
  }

  /** So much of what was paid as this instalment takes; the rest stays for the next. */
  private static List<PartPayment> poured(Deque<Part> parts, Money amount, LocalDate due) {
    List<PartPayment> paid = new ArrayList<>();
    Money room = amount;
    while (room.isPositive() && !parts.isEmpty()) {
      Part part = parts.removeFirst();
      Money taken = part.amount.isGreaterThan(room) ? room : part.amount;
      paid.add(new PartPayment(part.on == null ? due : part.on, taken));
      room = room.minus(taken);
      if (part.amount.isGreaterThan(taken)) {
        parts.addFirst(new Part(part.on, part.amount.minus(taken)));
      }
    }
    return paid;
  }

  private record Part(@Nullable LocalDate on, Money amount) {}
}
