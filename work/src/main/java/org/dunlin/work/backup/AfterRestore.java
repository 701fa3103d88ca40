package org.dunlin.work.backup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Restored;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;

/**
 * What is done before a restored hub works. The hub that the backup was made of may have gone on:
 * it may have sent what waited in its outbox, and decided and sent more. So nothing leaves a
 * restored hub by itself until a person has looked. That this is to be done is noted in the
 * transaction of the restore, so that a hub whose restore was cut off afterwards does it when it
 * starts.
 */
public final class AfterRestore {
  private static final String ACTOR = "restore";

  private final Stores stores;

  /** Over these stores, whose schema is that of this version. */
  public AfterRestore(Stores stores) {
    this.stores = stores;
  }

  /** Does what is still to be done, once; whether there was anything. */
  public boolean complete() {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<Restored.Next> next = stores.settings().afterRestore();
              next.ifPresent(this::complete);
              return next.isPresent();
            });
  }

  private void complete(Restored.Next next) {
    Instant from = stores.settings().restored().orElseThrow().from();
    stores.leases().endOthers();
    switch (next) {
      case HOLD -> hold("The hub was restored from a backup of " + from + ".");
      case GO_ON -> goOn("The hub moved by a backup of " + from + ".");
    }
    stores.settings().doneAfterRestore();
  }

  private void hold(String reason) {
    stores.signIn().notices().clear();
    for (Effect effect : stores.outbox().mayHaveLeft(reason + " It may have left since.")) {
      mayHaveLeft(effect, reason);
    }
    for (String companyId : stores.companies().ids()) {
      CompanyProfile profile = stores.companies().profile(companyId);
      note(companyId, "hub", "hub", "RESTORED", reason);
      if (profile.mode() != DunningMode.SHADOW) {
        stores.companies().setMode(companyId, DunningMode.SHADOW);
        note(companyId, "company", companyId, "SWITCHED_TO_SHADOW", reason);
      }
    }
  }

  private void goOn(String reason) {
    stores.settings().settleRestored();
    for (String companyId : stores.companies().ids()) {
      note(companyId, "hub", "hub", "MOVED", reason);
    }
  }

  private void mayHaveLeft(Effect effect, String reason) {
    if (effect.actionId() != null) {
      stores.actions().setState(effect.companyId(), effect.actionId(), ActionState.UNKNOWN);
      note(effect.companyId(), "action", effect.actionId(), "REMINDER_UNKNOWN", reason);
    }
  }

  private void note(String companyId, String kind, String subject, String event, String reason) {
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    stores.journal().append(companyId, Happening.to(kind, subject, event, ACTOR, today, reason));
  }
}
