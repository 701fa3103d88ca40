package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.phone.TextNumber;
import org.jspecify.annotations.Nullable;

/**
 * What holds an instalment's step on a day: the facts' holds, promises and arrangements, the
 * address, the contact policy.
 */
final class Holding {
  /** A fixed order, so that the order of the facts does not show. */
  static final Comparator<Hold> ORDER =
      Comparator.comparing(Hold::reason)
          .thenComparing(Hold::customerId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Hold::invoiceId, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(Hold::until, Comparator.nullsFirst(Comparator.naturalOrder()));

  private final String country;
  private final History history;
  private final HoldIndex given;
  private final Agreements agreements;
  private final Map<String, LocalDate> plausible = new HashMap<>();

  /**
   * @param country the company's, where a customer's is not known
   */
  Holding(
      String country,
      List<Hold> given,
      Agreements agreements,
      List<PlausiblyPaid> plausible,
      History history) {
    this.country = country;
    for (PlausiblyPaid each : plausible) {
      this.plausible.merge(each.invoiceId(), each.from(), (a, b) -> a.isBefore(b) ? a : b);
    }
    this.history = history;
    this.agreements = agreements;
    this.given = new HoldIndex(given);
  }

  /**
   * The holds on a step.
   *
   * @param contested whether all of it that is worth a message is contested
   */
  List<Hold> on(LocalDate today, Owed owed, Channel channel, boolean contested) {
    Customer customer = owed.customer();
    String invoiceId = owed.invoice().invoice().id();
    List<Hold> holds = new ArrayList<>();
    for (Hold hold : given.of(customer.id(), invoiceId)) {
      if (hold.until() == null || !today.isAfter(hold.until())) {
        holds.add(hold);
      }
    }
    holds.addAll(agreements.holds(customer.id(), invoiceId, today));
    LocalDate paid = plausible.get(invoiceId);
    if (paid != null && !paid.isAfter(today)) {
      holds.add(new Hold(customer.id(), invoiceId, HoldReason.PLAUSIBLE_PAYMENT, null));
    }
    if (contested) {
      holds.add(agreements.dispute(customer.id(), invoiceId, today));
    }
    if (owed.planGone()) {
      holds.add(new Hold(customer.id(), null, HoldReason.MANUAL, null));
    }
    if (!isReachable(customer, channel)) {
      holds.add(new Hold(customer.id(), null, HoldReason.NO_ADDRESS, null));
    }
    contactPolicy(today, customer, owed.plan(), channel).ifPresent(holds::add);
    return holds.size() < 2 ? holds : holds.stream().distinct().sorted(ORDER).toList();
  }

  private Optional<Hold> contactPolicy(
      LocalDate today, Customer customer, Plan plan, Channel channel) {
    if (channel == Channel.HANDOVER) {
      return Optional.empty();
    }
    // One contact a day at most for what is decided after the day's contact was.
    int days = Math.max(1, plan.contact().minDaysBetween());
    return history
        .lastContact(customer.id(), today)
        .map(last -> last.plusDays(days - 1L))
        .filter(lastDayOfRest -> !today.isAfter(lastDayOfRest))
        .map(until -> new Hold(customer.id(), null, HoldReason.CONTACT_POLICY, until));
  }

  /**
   * Whether the channel leads anywhere: an e-mail address, a postal address of more than a country,
   * a phone number, a mobile one. Who is handed over is not asked for one.
   */
  private boolean isReachable(Customer customer, Channel channel) {
    return switch (channel) {
      case EMAIL -> isThere(customer.email());
      case LETTER -> isDeliverable(customer.address());
      case CALL -> isThere(customer.phone());
      case TEXT -> !TextNumber.all(customer, country).isEmpty();
      case HANDOVER -> true;
    };
  }

  private static boolean isDeliverable(@Nullable Address address) {
    return address != null
        && (isThere(address.street()) || isThere(address.postalCode()) || isThere(address.city()));
  }

  private static boolean isThere(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
