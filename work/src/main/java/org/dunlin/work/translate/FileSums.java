package org.dunlin.work.translate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.dunlin.connectors.RecordSink;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.joda.money.Money;

/** What a file says in all: counted as it is read, apart from the ledger. */
public final class FileSums implements RecordSink {
  private final Set<String> customers = new HashSet<>();
  private final List<String> documents = new ArrayList<>();
  private final Map<String, Sum> sums = new TreeMap<>();
  private final Map<String, Sum> payments = new TreeMap<>();
  private int refused;

  /**
   * Of one currency; credit notes and money that went out count below zero.
   *
   * @param records how many
   * @param outstanding what is open; of payments the same as the total
   */
  public record Sum(long records, BigDecimal total, BigDecimal outstanding) {
    static final Sum NOTHING = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO);

    Sum plus(BigDecimal more, BigDecimal open) {
      return new Sum(records + 1, total.add(more), outstanding.add(open));
    }
  }

  @Override
  public void accept(CanonicalRecord record) {
    switch (record) {
      case Customer customer -> customers.add(customer.id());
      case Invoice invoice -> add(invoice);
      case Payment payment -> {
        BigDecimal amount = signed(payment.amount(), payment.direction() == Direction.OUT);
        payments.merge(
            payment.amount().getCurrencyUnit().getCode(),
            Sum.NOTHING.plus(amount, amount),
            FileSums::both);
      }
      case Problem problem -> refused++;
      default -> {}
    }
  }

  private void add(Invoice invoice) {
    boolean credit = invoice.kind() == InvoiceKind.CREDIT_NOTE;
    documents.add(invoice.id());
    sums.merge(
        invoice.total().getCurrencyUnit().getCode(),
        Sum.NOTHING.plus(signed(invoice.total(), credit), signed(invoice.outstanding(), credit)),
        FileSums::both);
  }

  private static BigDecimal signed(Money amount, boolean below) {
    return below ? amount.getAmount().negate() : amount.getAmount();
  }

  private static Sum both(Sum one, Sum other) {
    return new Sum(
        one.records() + other.records(),
        one.total().add(other.total()),
        one.outstanding().add(other.outstanding()));
  }

  /** The ids of its customers. */
  public Set<String> customers() {
    return Set.copyOf(customers);
  }

  /** The ids of its invoices and credit notes, in their order. */
  public List<String> documents() {
    return List.copyOf(documents);
  }

  /** Invoices and credit notes by currency. */
  public Map<String, Sum> sums() {
    return new TreeMap<>(sums);
  }

  /** Payments by currency. */
  public Map<String, Sum> payments() {
    return new TreeMap<>(payments);
  }

  /** How many of its rows could not be read. */
  public int refused() {
    return refused;
  }
}
