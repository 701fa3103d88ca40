package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.dunlin.core.matching.Proposal.Line;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;

/** How a payment's money is laid over invoices: never more than it has, nor than is open. */
final class Shares {
  private final OpenDocuments documents;

  Shares(OpenDocuments documents) {
    this.documents = documents;
  }

  /** What is open of all of them. */
  Money sum(Iterable<Invoice> invoices, Money zero) {
    Money sum = zero;
    for (Invoice invoice : invoices) {
      sum = sum.plus(documents.open(invoice));
    }
    return sum;
  }

  /** Earliest due first, each in full, until the money is used up. */
  List<Line> earliestFirst(Map<Invoice, String> evidence, Money available) {
    List<Line> lines = new ArrayList<>();
    Money left = available;
    for (Invoice invoice : sorted(evidence, OpenDocuments.EARLIEST_DUE)) {
      Money amount = least(left, documents.open(invoice));
      if (amount.isPositive()) {
        lines.add(new Line(invoice, amount, evidence.getOrDefault(invoice, "")));
        left = left.minus(amount);
      }
    }
    return lines;
  }

  Line single(Invoice invoice, Money available, String evidence) {
    return new Line(invoice, least(available, documents.open(invoice)), evidence);
  }

  /** Each of the invoices on its own: those of equal amount first, then earliest due first. */
  List<Line> alternatives(Map<Invoice, String> evidence, Money available) {
    Comparator<Invoice> equalFirst =
        Comparator.comparing((Invoice invoice) -> !documents.open(invoice).isEqual(available));
    List<Line> lines = new ArrayList<>();
    for (Invoice invoice : sorted(evidence, equalFirst.thenComparing(OpenDocuments.EARLIEST_DUE))) {
      lines.add(single(invoice, available, evidence.getOrDefault(invoice, "")));
    }
    return lines;
  }

  /** What the amounts say to each other, as a sentence. */
  static String comparison(Money available, Money open) {
    int order = available.compareTo(open);
    if (order == 0) {
      return "amount equals open amount";
    }
    return order < 0
        ? "amount is less than the open " + open
        : "amount is more than the open " + open + "; the rest stays unallocated";
  }

  static Money least(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  private static List<Invoice> sorted(Map<Invoice, String> evidence, Comparator<Invoice> order) {
    return evidence.keySet().stream().sorted(order).toList();
  }
}
