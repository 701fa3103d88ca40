package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.Money;

/**
 * What is open of one instalment; always more than zero.
 *
 * @param total what the instalment comes to; the invoice, where it has none
 */
public record OpenInstalment(Invoice invoice, LocalDate dueDate, Money total, Money open) {
  InstalmentKey key() {
    return new InstalmentKey(invoice.id(), dueDate);
  }

  /**
   * The open instalments of an invoice. What was paid is taken off the earliest due first, so what
   * is open lies on the latest; more than the instalments add up to is not due on any known day and
   * not asked for.
   */
  public static List<OpenInstalment> of(OpenInvoice open, Customer customer, Company company) {
    Invoice invoice = open.invoice();
    if (invoice.status() != InvoiceStatus.OPEN || !open.open().isPositive()) {
      return List.of();
    }
    if (invoice.instalments().isEmpty()) {
      LocalDate dueDate = DueDates.of(invoice, customer, company).dueDate();
      return List.of(new OpenInstalment(invoice, dueDate, invoice.total(), open.open()));
    }
    List<OpenInstalment> parts = new ArrayList<>();
    Money left = open.open();
    for (Map.Entry<LocalDate, Money> due : latestFirst(invoice).entrySet()) {
      Money part = left.isLessThan(due.getValue()) ? left : due.getValue();
      if (part.isPositive()) {
        parts.add(new OpenInstalment(invoice, due.getKey(), due.getValue(), part));
        left = left.minus(part);
      }
    }
    return parts;
  }

  private static TreeMap<LocalDate, Money> latestFirst(Invoice invoice) {
    TreeMap<LocalDate, Money> byDay = new TreeMap<>(Comparator.reverseOrder());
    for (Instalment instalment : invoice.instalments()) {
      byDay.merge(instalment.dueDate(), instalment.amount(), Money::plus);
    }
    return byDay;
  }
}
