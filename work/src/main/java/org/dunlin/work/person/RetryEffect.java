package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectKind.DeliveryKind;
import org.dunlin.store.outbox.EffectState;

/**
 * Tries an effect now: one that waits for its next attempt, or one that was refused and may be sent
 * again because its receiver knows it by its key or can be asked for it. What a program was told it
 * may be told again, for one that lost it. A refused e-mail is never sent again; dunning decides
 * anew whether a reminder is due.
 */
public final class RetryEffect {
  private final Stores stores;

  /** Over these stores. */
  public RetryEffect(Stores stores) {
    this.stores = stores;
  }

  /** Whether a person may do so. */
  public static boolean possible(Effect effect) {
    return effect.payload() != null
        && switch (effect.state()) {
          case PENDING -> effect.attempts() > 0;
          case FAILED -> effect.kind().delivery() != DeliveryKind.BLIND;
          case SENT -> effect.kind() == EffectKind.EVENT;
          case AWAITING_APPROVAL, CLAIMED, SENDING, UNKNOWN, CANCELLED, SHADOW -> false;
        };
  }

  /** False when it may not be tried, or has gone on meanwhile. */
  public boolean now(String companyId, UUID effectId, String by) {
    boolean retried = stores.transactions().in(() -> here(companyId, effectId, by));
    stores.wakeups().wake(Stage.DELIVER);
    return retried;
  }

  /** The same within a transaction of the caller, who wakes the stage. */
  boolean here(String companyId, UUID effectId, String by) {
    Optional<Effect> effect =
        stores.outbox().find(companyId, effectId).filter(RetryEffect::possible);
    boolean moved = effect.isPresent() && move(effect.get());
    if (moved) {
      note(companyId, effectId, by);
    }
    return moved;
  }

  private boolean move(Effect effect) {
    return effect.state() == EffectState.PENDING
        ? stores.outbox().waitNoLonger(effect.companyId(), effect.id())
        : stores
            .outbox()
            .change(
                effect.companyId(),
                effect.id(),
                effect.state(),
                EffectState.PENDING,
                effect.reason());
  }

  private void note(String companyId, UUID effectId, String by) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores
        .journal()
        .append(companyId, Happening.to("effect", effectId, "EFFECT_RETRIED", by, today, ""));
  }
}
