package org.dunlin.connectors.outgoing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
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
 * @param adjustments what the invoice was settled with beside the money, decided with the match
 */
public record MatchedLine(
    String id,
    boolean undone,
    LocalDate on,
    Payment payment,
    Allocation allocation,
    Invoice invoice,
    Customer customer,
    List<Adjustment> adjustments) {
  private static final int RECORDS = 4;

  public MatchedLine {
    adjustments = List.copyOf(adjustments);
  }

  /** The money that settles the invoice: below zero where it went back, or the match is undone. */
  public Money amount() {
    return signed(allocation.amount());
  }

  /** What of the invoice was taken off as discount, with the sign of {@link #amount}. */
  public Money discount() {
    return signed(adjusted(reason -> reason == AdjustmentReason.DISCOUNT));
  }

  /** What else was settled without money, with the sign of {@link #amount}. */
  public Money difference() {
    return signed(adjusted(reason -> reason != AdjustmentReason.DISCOUNT));
  }

  /** The reasons of {@link #difference}; empty where there is none. */
  public String differenceReasons() {
    return adjustments.stream()
        .map(Adjustment::reason)
        .filter(reason -> reason != AdjustmentReason.DISCOUNT)
        .map(AdjustmentReason::name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private Money adjusted(Predicate<AdjustmentReason> which) {
    return adjustments.stream()
        .filter(each -> which.test(each.reason()))
        .map(Adjustment::amount)
        .reduce(Money.zero(allocation.amount().getCurrencyUnit()), Money::plus);
  }

  private Money signed(Money amount) {
    boolean settles = (payment.direction() == Direction.IN) != undone;
    return settles ? amount : amount.negated();
  }

  /** The same, taken back. */
  public MatchedLine takenBack() {
    return new MatchedLine(id, true, on, payment, allocation, invoice, customer, adjustments);
  }

  /** The records as canonical JSON Lines. */
  public String records() {
    List<CanonicalRecord> all = new ArrayList<>(List.of(payment, allocation, invoice, customer));
    all.addAll(adjustments);
    return all.stream().map(CanonicalWriter::line).collect(Collectors.joining("\n"));
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
    if (all.size() >= RECORDS
        && all.get(0) instanceof Payment payment
        && all.get(1) instanceof Allocation allocation
        && all.get(2) instanceof Invoice invoice
        && all.get(3) instanceof Customer customer) {
      List<Adjustment> adjustments =
          all.stream()
              .skip(RECORDS)
              .filter(Adjustment.class::isInstance)
              .map(Adjustment.class::cast)
              .toList();
      return new MatchedLine(id, false, on, payment, allocation, invoice, customer, adjustments);
    }
    throw new IllegalStateException("what was kept of match " + id + " cannot be read");
  }
}
