package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.dialogue.Holds;
import org.jspecify.annotations.Nullable;

/**
 * A person says yes or no to a step that asks for it. What was decided today leaves as it is, once
 * all that is asked right before sending still holds; what was decided earlier is written anew.
 */
public final class ApproveActions {
  private final Stores stores;
  private final Holds holds;

  /** Over these stores. */
  public ApproveActions(Stores stores) {
    this.stores = stores;
    this.holds = new Holds(stores);
  }

  /** Approves actions; how many still waited for it. */
  public int approve(String companyId, List<String> actionIds, String by) {
    int approved = 0;
    for (String id : actionIds) {
      boolean changed = stores.transactions().in(() -> approveNow(companyId, id, by));
      approved += changed ? 1 : 0;
    }
    wake();
    return approved;
  }

  private boolean approveNow(String companyId, String id, String by) {
    LocalDate today = today(companyId);
    Action action = stores.actions().find(companyId, id).orElse(null);
    if (action == null || !stores.approvals().waits(companyId, id)) {
      return false;
    }
    boolean ofToday = action.on().equals(today);
    ActionState to = ofToday ? ActionState.DUE : ActionState.CANCELLED;
    EffectState effect = ofToday ? EffectState.PENDING : EffectState.CANCELLED;
    String reason =
        ofToday
            ? by + " approved it."
            : by + " approved it after its day; it is written anew for the day on which it leaves.";
    if (!moved(companyId, action, to, effect, reason)) {
      return false;
    }
    for (ActionItem item : action.items()) {
      stores.approvals().approve(companyId, item, by, today);
    }
    note(companyId, id, "ACTION_APPROVED", by, reason);
    return true;
  }

  /**
   * Refuses actions, and holds their invoices; how many still waited for it.
   *
   * @param until the last day on which they are held; after it, it is asked again
   * @param why for those who ask later; needed
   * @throws org.dunlin.work.dialogue.NotSaid when there is no reason or no such day
   */
  public int refuse(
      String companyId, List<String> actionIds, LocalDate until, @Nullable String why, String by) {
    int refused = 0;
    for (String id : actionIds) {
      boolean changed = stores.transactions().in(() -> refuseNow(companyId, id, until, why, by));
      refused += changed ? 1 : 0;
    }
    wake();
    return refused;
  }

  private boolean refuseNow(
      String companyId, String id, LocalDate until, @Nullable String why, String by) {
    Action action = stores.actions().find(companyId, id).orElse(null);
    if (action == null || !stores.approvals().waits(companyId, id)) {
      return false;
    }
    String reason = by + " refused it.";
    if (!moved(companyId, action, ActionState.CANCELLED, EffectState.CANCELLED, reason)) {
      return false;
    }
    UUID customer = UUID.fromString(action.customerId());
    Set<UUID> invoices = new TreeSet<>();
    action.items().forEach(item -> invoices.add(UUID.fromString(item.invoiceId())));
    for (UUID invoice : invoices) {
      if (!stores.talk().standstills().open(companyId, customer, List.of(invoice)).isEmpty()) {
        holds.hold(companyId, new Holds.Said(customer, invoice, until, why), by);
      }
    }
    note(companyId, id, "ACTION_REFUSED", by, reason);
    return true;
  }

  /** The message first, as whoever sends or withdraws it takes it first, too. */
  private boolean moved(
      String companyId, Action action, ActionState to, EffectState effectTo, String reason) {
    Optional<Effect> effect = stores.outbox().awaitingOf(companyId, action.id());
    boolean elsewhere =
        effect.isPresent()
            && !stores
                .outbox()
                .change(
                    companyId, effect.get().id(), EffectState.AWAITING_APPROVAL, effectTo, reason);
    return !elsewhere
        && stores.actions().move(companyId, action.id(), ActionState.AWAITING_APPROVAL, to);
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }

  private void note(String companyId, String id, String event, String by, String reason) {
    stores
        .journal()
        .append(companyId, Happening.to("action", id, event, by, today(companyId), reason));
    stores.companies().addWorkDue(companyId, WorkDue.DUN);
  }

  private void wake() {
    stores.wakeups().wake(Stage.DUN);
    stores.wakeups().wake(Stage.DELIVER);
  }
}
