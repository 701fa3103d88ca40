package org.dunlin.connectors.outgoing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;

/**
 * A payment as far as it was matched to one invoice.
 *
 * @param id of the match, the same when it is taken back
 * @param undone whether an earlier line of this id counts no more
 * @param on the business date on which it was matched
 */
public record MatchedLine(
    String id,
    boolean undone,
    LocalDate on,
    Payment payment,
    Allocation allocation,
    Invoice invoice,
    Customer customer) {

  /** What settles the invoice: below zero where money went back, or the match is undone. */
  public Money amount() {
    boolean settles = (payment.direction() == Direction.IN) != undone;
    return settles ? allocation.amount() : allocation.amount().negated();
  }

  /** The same, taken back. */
  public MatchedLine takenBack() {
    return new MatchedLine(id, true, on, payment, allocation, invoice, customer);
  }

  /** The records as canonical JSON Lines. */
  public String records() {
    return String.join(
        "\n",
        CanonicalWriter.line(payment),
        CanonicalWriter.line(allocation),
        CanonicalWriter.line(invoice),
        CanonicalWriter.line(customer));
  }

  /**
   * The line of records that {@link #records} wrote.
   *
   * @throws IllegalStateException where they are none
   */
  public static MatchedLine of(String id, LocalDate on, String records) {
    CanonicalReader reader = new CanonicalReader("a line that was written");
    List<CanonicalRecord> all = new ArrayList<>();
    records.lines().forEach(line -> reader.record(line).ifPresent(all::add));
    if (all.size() == 4
        && all.get(0) instanceof Payment payment
        && all.get(1) instanceof Allocation allocation
        && all.get(2) instanceof Invoice invoice
        && all.get(3) instanceof Customer customer) {
      return new MatchedLine(id, false, on, payment, allocation, invoice, customer);
    }
    throw new IllegalStateException("what was kept of match " + id + " cannot be read");
  }
}
