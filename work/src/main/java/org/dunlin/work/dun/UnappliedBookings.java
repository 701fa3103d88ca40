package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.dunlin.core.matching.UnallocatedPayment;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.UnmatchedBookings.Unapplied;

/**
 * What programs have booked and not applied to invoices, and of which the hub knows no money: it is
 * never allocated, and could settle an invoice all the same, so nobody is reminded of that one.
 */
final class UnappliedBookings {
  /** What lies longer is for a bookkeeper, and holds nothing. */
  static final int MOST_DAYS = 90;

  private UnappliedBookings() {}

  /** As payments, in the order in which matching takes them. */
  static List<UnallocatedPayment> of(Stores stores, String companyId, LocalDate today) {
    return stores.unmatchedBookings().unapplied(companyId, today.minusDays(MOST_DAYS)).stream()
        .map(each -> new UnallocatedPayment(payment(each), each.left()))
        .sorted(
            Comparator.comparing((UnallocatedPayment each) -> each.payment().bookingDate())
                .thenComparing(each -> each.payment().id()))
        .toList();
  }

  private static Payment payment(Unapplied booked) {
    return new Payment(
        booked.id(),
        PaymentKind.OTHER,
        Direction.IN,
        booked.date(),
        null,
        booked.amount(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        null,
        null);
  }
}
