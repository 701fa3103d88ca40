package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.joda.money.Money;

/** Messages that were decided and have not left: what is no longer true is withdrawn. */
final class WaitingMessages {
  /** Of so many the facts are in memory at one time. */
  private static final int AT_ONCE = 500;

  private final Stores stores;
  private final CompanyProfile profile;
  private final CompanyDay day;
  private final Set<String> toApprove;
  private GatheredFacts gathered;
  private final TextNumbers numbers;

  WaitingMessages(Stores stores, CompanyDay day) {
    this.stores = stores;
    this.profile = day.profile();
    this.day = day;
    this.gathered = day.ofCustomers(List.of());
    this.toApprove = stores.approvals().waitingIds(profile.id());
    this.numbers = TextNumbers.of(stores, profile);
  }

  private record Waiting(Effect effect, Action action) {}

  void withdrawWhatChanged(LocalDate today) {
    List<Waiting> some = new ArrayList<>();
    for (Effect effect : stores.outbox().waitingMessages(profile.id())) {
      if (effect.actionId() != null) {
        stores
            .actions()
            .find(profile.id(), effect.actionId())
            .ifPresent(action -> some.add(new Waiting(effect, action)));
      }
      if (some.size() == AT_ONCE) {
        check(some, today);
        some.clear();
      }
    }
    check(some, today);
  }

  private void check(List<Waiting> some, LocalDate today) {
    if (!some.isEmpty()) {
      gathered = day.of(some.stream().map(Waiting::action).toList());
      some.forEach(each -> check(each.effect(), each.action(), today));
    }
  }

  private void check(Effect effect, Action action, LocalDate today) {
    reason(effect, action, today).ifPresent(reason -> withdraw(effect, action, reason, today));
  }

  private Optional<String> reason(Effect effect, Action action, LocalDate today) {
    if (toApprove.contains(action.id())) { // it stays until somebody says yes or no
      if (ApprovedSteps.isTooLate(action, gathered.plans(), today)) {
        return Optional.of("Nobody approved it until its last day");
      }
    } else if (!action.on().equals(today)) {
      return Optional.of("It was written for " + action.on() + "; it is decided anew for " + today);
    }
    if (!gathered.plans().stillAsks(action, gathered.customers(), gathered.open())) {
      return Optional.of("The plan was changed and does not ask for it any more");
    }
    Map<String, Money> said =
        stores.outbox().find(profile.id(), effect.id()).map(Payloads::said).orElse(Map.of());
    return changedAmount(said).or(() -> held(action, said.keySet()));
  }

  private Optional<String> changedAmount(Map<String, Money> said) {
    if (said.isEmpty()) {
      return Optional.of("Nobody can tell any more which amounts the message says are open");
    }
    return said.entrySet().stream()
        .filter(entry -> lessOpen(entry.getKey(), entry.getValue()))
        .findFirst()
        .map(entry -> "Less is open of an invoice than the message says")
        .or(() -> contested(said));
  }

  /** What is contested wholly is held; here it is told of what is so in part. */
  private Optional<String> contested(Map<String, Money> said) {
    return said.entrySet().stream()
        .filter(
            entry -> {
              OpenDocument open = gathered.open().get(entry.getKey());
              return open != null
                  && !gathered.whollyContested(open)
                  && gathered
                      .standing()
                      .asked(entry.getKey(), open.open())
                      .isLessThan(entry.getValue());
            })
        .findFirst()
        .map(entry -> "An amount of an invoice is contested that the message asks for");
  }

  private boolean lessOpen(String invoiceId, Money said) {
    OpenDocument open = gathered.open().get(invoiceId);
    return open == null || open.open().isLessThan(said);
  }

  /**
   * A stop only delays, and so do late statements what a person looks at; else a hold withdraws.
   */
  private Optional<String> held(Action action, Set<String> invoices) {
    Customer customer = gathered.customers().get(action.customerId());
    if (customer != null && !reaches(action.channel(), customer)) {
      return Optional.of("It is held now: " + HoldReason.NO_ADDRESS);
    }
    for (String invoice : invoices) {
      for (Hold hold : gathered.holdsOn(action.customerId(), invoice)) {
        boolean late = hold.reason() == HoldReason.STALE_SOURCE && toApprove.contains(action.id());
        if (hold.reason() != HoldReason.STOPPED && !late) {
          return Optional.of("It is held now: " + hold.reason());
        }
      }
    }
    return Optional.empty();
  }

  private boolean reaches(Channel channel, Customer customer) {
    return switch (channel) {
      case EMAIL -> customer.email() != null;
      case TEXT -> numbers.of(customer).isPresent();
      case LETTER, CALL, HANDOVER -> true;
    };
  }

  private void withdraw(Effect effect, Action action, String reason, LocalDate today) {
    boolean withdrawn =
        stores
            .outbox()
            .change(profile.id(), effect.id(), effect.state(), EffectState.CANCELLED, reason);
    if (withdrawn) {
      stores.actions().setState(profile.id(), action.id(), ActionState.CANCELLED);
      stores
          .journal()
          .append(
              profile.id(),
              Happening.to("action", action.id(), "ACTION_WITHDRAWN", "dun", today, reason));
    }
  }
}
