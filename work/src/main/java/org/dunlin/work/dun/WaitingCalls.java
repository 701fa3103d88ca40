package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;

/**
 * Calls that wait for a person: one for which there is no reason any more is withdrawn, and decided
 * anew once there is one again.
 */
final class WaitingCalls {
  /** Of so many the facts are in memory at one time. */
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final CompanyProfile profile;
  private final CompanyDay day;
  private GatheredFacts gathered;

  WaitingCalls(Stores stores, CompanyDay day) {
    this.stores = stores;
    this.profile = day.profile();
    this.day = day;
    this.gathered = day.ofCustomers(List.of());
  }

  void withdrawWhatChanged(LocalDate today) {
    List<Action> calls = stores.actions().waitingCalls(profile.id());
    for (int from = 0; from < calls.size(); from += AT_ONCE) {
      List<Action> some = calls.subList(from, Math.min(calls.size(), from + AT_ONCE));
      gathered = day.of(some);
      for (Action call : some) {
        reason(call).ifPresent(reason -> withdraw(call, reason, today));
      }
    }
  }

  private Optional<String> reason(Action call) {
    if (call.items().stream().noneMatch(this::open)) {
      return Optional.of("Nothing of its invoices is open any more");
    }
    return call.items().stream()
        .filter(this::open)
        .map(item -> held(call, item))
        .reduce((one, other) -> one.isEmpty() ? one : other)
        .orElse(Optional.empty());
  }

  private boolean open(ActionItem item) {
    OpenDocument open = gathered.open().get(item.invoiceId());
    return open != null && open.open().isPositive();
  }

  /** A stop only delays, and so does what a person may look at while calling. */
  private Optional<String> held(Action call, ActionItem item) {
    return gathered.holdsOn(call.customerId(), item.invoiceId()).stream()
        .map(Hold::reason)
        .filter(WaitingCalls::withdraws)
        .findFirst()
        .map(reason -> "It is held now: " + reason);
  }

  private static boolean withdraws(HoldReason reason) {
    return switch (reason) {
      case DISPUTE, PROMISE, ARRANGEMENT, MANUAL, PLAUSIBLE_PAYMENT, PAYMENT_IN_FLIGHT -> true;
      case STALE_SOURCE,
          MISSING_AT_SOURCE,
          IDENTITY_UNCLEAR,
          NO_ADDRESS,
          CONTACT_POLICY,
          SHADOW,
          STOPPED ->
          false;
    };
  }

  private void withdraw(Action call, String reason, LocalDate today) {
    if (stores.actions().move(profile.id(), call.id(), call.state(), ActionState.CANCELLED)) {
      stores
          .journal()
          .append(
              profile.id(),
              Happening.to("action", call.id(), "ACTION_WITHDRAWN", "dun", today, reason));
    }
  }
}
