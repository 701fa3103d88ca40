package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Invoice;

/** What holds an instalment's step today: the facts' holds, the address, the contact policy. */
final class Holding {
  /** A fixed order, so that the order of the facts does not show. */
  static final Comparator<Hold> ORDER =
      Comparator.comparing(Hold::reason)
          .thenComparing(Hold::customerId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Hold::invoiceId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Hold::until, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final LocalDate today;
  private final History history;
  private final HoldIndex given;

  Holding(LocalDate today, List<Hold> given, History history) {
    this.today = today;
    this.history = history;
    this.given = new HoldIndex(given.stream().filter(hold -> isInForce(hold, today)).toList());
  }

  List<Hold> of(Customer customer, Invoice invoice, Plan plan, Channel channel) {
    List<Hold> holds = new ArrayList<>(given.of(customer, invoice));
    if (namesAnotherPlan(customer, plan)) {
      // The plan that it names is gone; a person decides, rather than a plan that nobody chose.
      holds.add(new Hold(customer.id(), null, HoldReason.MANUAL, null));
    }
    if (!isReachable(customer, channel)) {
      holds.add(new Hold(customer.id(), null, HoldReason.NO_ADDRESS, null));
    }
    contactPolicy(customer, plan, channel).ifPresent(holds::add);
    return holds.stream().distinct().sorted(ORDER).toList();
  }

  private Optional<Hold> contactPolicy(Customer customer, Plan plan, Channel channel) {
    if (channel == Channel.HANDOVER) {
      return Optional.empty();
    }
    // One contact a day at most for what is decided after the day's contact was.
    int days = Math.max(1, plan.contact().minDaysBetween());
    return history
        .lastContact(customer.id())
        .map(last -> last.plusDays(days - 1L))
        .filter(lastDayOfRest -> !today.isAfter(lastDayOfRest))
        .map(until -> new Hold(customer.id(), null, HoldReason.CONTACT_POLICY, until));
  }

  private static boolean isReachable(Customer customer, Channel channel) {
    return switch (channel) {
      case EMAIL -> customer.email() != null && !customer.email().isBlank();
      case LETTER -> customer.address() != null;
      case CALL, HANDOVER -> true;
    };
  }

  private static boolean namesAnotherPlan(Customer customer, Plan plan) {
    return customer.plan() != null && !customer.plan().equals(plan.id());
  }

  private static boolean isInForce(Hold hold, LocalDate today) {
    return hold.until() == null || !today.isAfter(hold.until());
  }
}
