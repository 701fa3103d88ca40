package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Stage;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.account.AccountOutcome;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;

/** What a person decides over deliveries, messages and switches; every decision is journalled. */
public final class Decisions {
  private static final int MOST = 10_000;

  private final Stores stores;
  private final Abilities abilities;
  private final PaymentLinks links;
  private final PutBack putBack;

  /** Where payers do not reach the hub, so that no program is told of payment links. */
  public Decisions(Stores stores, Abilities abilities) {
    this(stores, abilities, new PaymentLinks(stores, PayAddress.NONE, abilities));
  }

  /** Over these stores; a company that goes live tells its programs as far as they are able. */
  public Decisions(Stores stores, Abilities abilities, PaymentLinks links) {
    this.links = links;
    this.stores = stores;
    this.putBack = new PutBack(stores);
    this.abilities = abilities;
  }

  /** Translates an ended delivery again; false when it is not at an end. */
  public boolean replay(String companyId, UUID deliveryId, String by) {
    return replay(companyId, deliveryId, by, "DELIVERY_REPLAYED", () -> {});
  }

  /**
   * Says that the documents of a delivery take the place of others that have their numbers, and
   * translates it again; false when it is not at an end. What was allocated to the others and does
   * not fit gives way as a conflict.
   */
  public boolean replace(String companyId, UUID deliveryId, String by) {
    return replay(
        companyId,
        deliveryId,
        by,
        "DELIVERY_MAY_REPLACE",
        () -> stores.inbox().letReplace(companyId, deliveryId, by));
  }

  private boolean replay(
      String companyId, UUID deliveryId, String by, String event, Runnable beside) {
    boolean replayed =
        stores
            .transactions()
            .in(
                () -> {
                  boolean changed = putBack.delivery(companyId, deliveryId, by, event);
                  if (changed) {
                    beside.run();
                  }
                  return changed;
                });
    stores.wakeups().wake(Stage.TRANSLATE);
    return replayed;
  }

  /**
   * Says what became of a message of which the hub does not know; false when it is not unknown.
   *
   * @param left whether it has left
   */
  public boolean resolveUnknown(String companyId, UUID effectId, boolean left, String by) {
    EffectState state = left ? EffectState.SENT : EffectState.CANCELLED;
    ActionState actionState = left ? ActionState.SENT : ActionState.CANCELLED;
    String reason = by + " says that it " + (left ? "has" : "has not") + " left.";
    return change(companyId, effectId, EffectState.UNKNOWN, state, actionState, reason, by);
  }

  /**
   * Says that a letter or a case that waits was printed or handed over by hand; false where it does
   * not wait any more, or is of another kind.
   */
  public boolean doneByHand(String companyId, UUID effectId, String by) {
    boolean ofHands =
        stores
            .outbox()
            .find(companyId, effectId)
            .filter(effect -> effect.actionId() != null)
            .filter(
                effect ->
                    effect.kind() == EffectKind.LETTER || effect.kind() == EffectKind.HANDOVER)
            .isPresent();
    return ofHands
        && change(
            companyId,
            effectId,
            EffectState.PENDING,
            EffectState.SENT,
            ActionState.SENT,
            by + " did it by hand.",
            by);
  }

  /** Releases all messages that wait because there are far more than usual; how many. */
  public int releaseWaiting(String companyId, String by) {
    return endWaiting(
        companyId, EffectState.PENDING, ActionState.DUE, "Released by " + by, by, false);
  }

  /** Drops all messages that wait because there are far more than usual; how many. */
  public int dropWaiting(String companyId, String by) {
    return endWaiting(
        companyId, EffectState.CANCELLED, ActionState.CANCELLED, "Dropped by " + by, by, false);
  }

  /** Releases one message that waits, or drops it; false where it does not wait any more. */
  public boolean decideWaiting(String companyId, UUID effectId, boolean release, String by) {
    return change(
        companyId,
        effectId,
        EffectState.AWAITING_APPROVAL,
        release ? EffectState.PENDING : EffectState.CANCELLED,
        release ? ActionState.DUE : ActionState.CANCELLED,
        (release ? "Released by " : "Dropped by ") + by,
        by);
  }

  /** Counts all messages that wait as sent, by the hub before a restore; how many. */
  public int countWaitingAsSent(String companyId, String by) {
    String reason = by + " says that it was sent before the hub was restored.";
    return endWaiting(companyId, EffectState.SENT, ActionState.SENT, reason, by, true);
  }

  /** Says that what came of a restore is settled, so that reminders leave by themselves again. */
  public void settleRestore(String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.settings().settleRestored();
              for (String companyId : stores.companies().ids()) {
                note(companyId, "hub", "hub", "RESTORE_SETTLED", by, "");
              }
            });
  }

  /**
   * Switches the company, whatever its roll-out says: {@code SwitchMode} asks that first.
   *
   * @param reason for the journal; empty where it speaks for itself
   * @throws IllegalArgumentException when test mode has no test mailbox to send to
   */
  public void switchTo(String companyId, DunningMode mode, String by, String reason) {
    CompanyProfile profile = stores.companies().profile(companyId);
    if (mode == DunningMode.TEST && profile.testMailbox() == null) {
      throw new IllegalArgumentException(
          "Test mode needs a test mailbox; set testMailbox of company " + companyId + ".");
    }
    stores
        .transactions()
        .run(
            () -> {
              stores.companies().setMode(companyId, mode);
              stores
                  .origins()
                  .put(companyId, ProfileField.MODE.key(), SettingOrigin.Kind.CONSOLE, by);
              if (mode == DunningMode.LIVE && profile.mode() != DunningMode.LIVE) {
                new GoLive(stores, abilities, links)
                    .begin(companyId, stores.companies().businessDate(profile));
              }
              stores.companies().addWorkDue(companyId, WorkDue.DUN);
              note(companyId, "company", companyId, "SWITCHED_TO_" + mode, by, reason);
            });
    stores.wakeups().wake(Stage.DUN);
  }

  /** Stops everything that leaves the hub, or lets it go on. */
  public void stop(boolean stopped, String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.settings().setStopped(stopped);
              for (String companyId : stores.companies().ids()) {
                stores.companies().addWorkDue(companyId, WorkDue.DUN);
                note(companyId, "hub", "hub", stopped ? "STOPPED" : "STARTED", by, "");
              }
            });
    stores.wakeups().wake(Stage.DUN);
  }

  /** Pauses a connection or lets it go on. */
  public void pause(String companyId, String connectionId, boolean paused, String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.connections().setPaused(companyId, connectionId, paused);
              String event = paused ? "CONNECTION_PAUSED" : "CONNECTION_RESUMED";
              note(companyId, "connection", connectionId, event, by, "");
            });
  }

  /**
   * @param approvals whether also what has to be approved, each by itself
   */
  private int endWaiting(
      String companyId,
      EffectState to,
      ActionState action,
      String reason,
      String by,
      boolean approvals) {
    Set<String> toApprove = approvals ? Set.of() : stores.approvals().waitingIds(companyId);
    List<Effect> waiting = stores.outbox().in(companyId, EffectState.AWAITING_APPROVAL, MOST);
    int changed = 0;
    for (Effect effect : waiting) {
      boolean mine = effect.actionId() == null || !toApprove.contains(effect.actionId());
      if (mine
          && change(
              companyId, effect.id(), EffectState.AWAITING_APPROVAL, to, action, reason, by)) {
        changed++;
      }
    }
    return changed;
  }

  private boolean change(
      String companyId,
      UUID effectId,
      EffectState from,
      EffectState to,
      ActionState actionState,
      String reason,
      String by) {
    boolean changed =
        stores
            .transactions()
            .in(
                () -> {
                  Effect effect = stores.outbox().find(companyId, effectId).orElseThrow();
                  if (!stores.outbox().change(companyId, effectId, from, to, reason)) {
                    return false;
                  }
                  if (effect.actionId() != null) {
                    stores.actions().setState(companyId, effect.actionId(), actionState);
                    note(companyId, "action", effect.actionId(), "REMINDER_" + to, by, reason);
                    stores.companies().addWorkDue(companyId, WorkDue.DUN);
                  } else {
                    new AccountOutcome(stores).ended(effect, to, by, reason);
                  }
                  return true;
                });
    stores.wakeups().wake(Stage.DUN);
    return changed;
  }

  private void note(
      String companyId, String kind, Object subject, String event, String by, String reason) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores.journal().append(companyId, Happening.to(kind, subject, event, by, today, reason));
  }
}
