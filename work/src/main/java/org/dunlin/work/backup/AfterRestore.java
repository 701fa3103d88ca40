package org.dunlin.work.backup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Restored;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;

/**
 * What is done last in the transaction of a restore. The hub that the backup was made of may have
 * gone on: it may have sent what waited in its outbox, and decided and sent more. So nothing leaves
 * a restored hub by itself until a person has looked.
 */
public final class AfterRestore {
  private static final String ACTOR = "restore";

  private final Stores stores;
  private final Clock clock;

  /** Over the stores of the transaction of the restore. */
  public AfterRestore(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * Every company falls back to shadow mode, what has not left may have left, and until a person
   * says that it is settled each reminder waits for one.
   *
   * @param from the moment of the backup
   */
  public void hold(Instant from) {
    String reason = "The hub was restored from a backup of " + from + ".";
    stores.leases().endOthers();
    stores.settings().setRestored(new Restored(clock.instant(), from));
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

  /**
   * The hub that the backup was made of has not run since, so this one goes on where it stopped.
   *
   * @param from the moment of the backup
   */
  public void goOn(Instant from) {
    stores.leases().endOthers();
    for (String companyId : stores.companies().ids()) {
      note(companyId, "hub", "hub", "MOVED", "The hub moved by a backup of " + from + ".");
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
