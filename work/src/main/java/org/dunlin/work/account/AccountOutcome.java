package org.dunlin.work.account;

import java.time.LocalDate;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;

/** Notes with the customer what became of a mail with a statement of account. */
public final class AccountOutcome {
  private final Stores stores;

  /** Over these stores. */
  public AccountOutcome(Stores stores) {
    this.stores = stores;
  }

  /**
   * An effect has ended, within the caller's transaction; of any other effect nothing is noted.
   *
   * @param by who says so
   * @param reason as a sentence
   */
  public void ended(Effect effect, EffectState state, String by, String reason) {
    Payloads.account(effect).ifPresent(told -> note(effect, told, state, by, reason));
  }

  private void note(
      Effect effect, Payloads.Account told, EffectState state, String by, String reason) {
    CompanyProfile profile = stores.companies().profile(effect.companyId());
    LocalDate today = stores.companies().businessDate(profile);
    boolean tested = state == EffectState.SENT && profile.mode() == DunningMode.TEST;
    stores
        .journal()
        .append(
            effect.companyId(),
            Happening.to(
                "customer",
                told.customerId(),
                event(state),
                by,
                today,
                tested ? "It went to the tester." : reason));
  }

  private static String event(EffectState state) {
    return switch (state) {
      case SENT -> "ACCOUNT_SENT";
      case UNKNOWN -> "ACCOUNT_UNKNOWN";
      case AWAITING_APPROVAL, PENDING, CLAIMED, SENDING, FAILED, CANCELLED, SHADOW ->
          "ACCOUNT_NOT_SENT";
    };
  }
}
