package org.dunlin.work.dun;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.dunning.Dunning;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Freshness;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.dialogue.WatchStandstills;
import org.dunlin.work.handover.HandOvers;

/**
 * A day of the company {@code acme} as it is decided over all that is open, and as a run left it.
 */
final class BothWays {
  private final TestHub hub;

  BothWays(TestHub hub) {
    this.hub = hub;
  }

  /** What the engine says of everything, with all that a run does before; nothing of it stays. */
  List<Action> whole(LocalDate today) {
    List<Action> decided = new ArrayList<>();
    CompanyProfile profile = hub.stores.companies().profile("acme");
    SourceHolds sources =
        new SourceHolds(hub.stores, Freshness.NONE, SourceHolds.MOST_AGE, Clock.systemUTC());
    try {
      hub.stores
          .transactions()
          .run(
              () -> {
                CustomerRisks.keep(hub.stores, "acme", today);
                CompanyDay ledger = CompanyDay.of(hub.stores, profile, today, sources);
                new WatchStandstills(hub.stores, profile.company(), today)
                    .watch(ledger.covered(), ledger.undecided());
                new HandOvers(hub.stores).recallWhatIsPaid("acme");
                CompanyDay day = ledger.with(Standing.of(hub.stores, "acme", today));
                new WaitingMessages(hub.stores, day).withdrawWhatChanged(today);
                new WaitingCalls(hub.stores, day).withdrawWhatChanged(today);
                GatheredFacts all =
                    day.ofCustomers(
                        hub.jdbc()
                            .sql("select customer_id from customer")
                            .query(UUID.class)
                            .list());
                DunningFacts facts = day.facts(all);
                decided.addAll(
                    Deliverable.of(
                        Dunning.actionsOn(today, facts),
                        all.customers(),
                        TextNumbers.of(hub.stores, profile)));
                throw new Undone();
              });
    } catch (Undone e) {
      return decided;
    }
    throw new AssertionError("it was kept");
  }

  private static final class Undone extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** All that is held now, and of what was decided that which should have been. */
  List<Action> narrow(List<Action> whole) {
    List<Action> found =
        new ArrayList<>(
            hub.jdbc()
                .sql("select record from action where state = 'HELD'")
                .query((row, number) -> StoredRecord.of(row.getString(1), Action.class))
                .list());
    for (Action each : whole) {
      if (each.state() != ActionState.HELD) {
        hub.stores.actions().find("acme", each.id()).ifPresent(found::add);
      }
    }
    return found;
  }

  static List<String> lines(List<Action> actions) {
    return actions.stream().map(BothWays::line).sorted().toList();
  }

  /** Without its state: what waits for an approval may have had it. */
  private static String line(Action action) {
    TreeSet<String> items = new TreeSet<>();
    action.items().forEach(item -> items.add(item.toString()));
    TreeSet<String> holds = new TreeSet<>();
    action.holds().forEach(hold -> holds.add(hold.toString()));
    return "%s %s %s %s %s"
        .formatted(
            action.customerId(), action.state() == ActionState.HELD, action.step(), items, holds);
  }
}
