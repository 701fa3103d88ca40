package org.dunlin.work.deliver;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.ClaimedEffect;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.account.AccountOutcome;
import org.dunlin.work.tell.TellPrograms;

/** Records what became of effects, together with the actions that they carried out. */
final class Outcomes {
  private static final String ACTOR = "deliver";

  private final Stores stores;
  private final TellPrograms told;
  private final AccountOutcome account;

  Outcomes(Stores stores, Abilities abilities) {
    this.stores = stores;
    this.told = new TellPrograms(stores, abilities);
    this.account = new AccountOutcome(stores);
  }

  /** The receiver took it. */
  void sent(ClaimedEffect claimed) {
    Effect effect = claimed.effect();
    stores.outbox().ended(claimed, EffectState.SENT, null);
    action(effect, ActionState.SENT);
    if (effect.actionId() != null) {
      Action action = stores.actions().find(effect.companyId(), effect.actionId()).orElseThrow();
      note(effect, "REMINDER_SENT", taken(effect, tested(effect)));
      tellTheProgram(effect, action);
    } else {
      account.ended(effect, EffectState.SENT, ACTOR, "The mail server took it.");
    }
  }

  private boolean tested(Effect effect) {
    return stores.companies().profile(effect.companyId()).mode() == DunningMode.TEST;
  }

  private static String taken(Effect effect, boolean tested) {
    return switch (effect.kind()) {
      case LETTER -> tested ? "The mail server took it." : "It lies where letters are printed.";
      case TEXT -> tested ? "It went to the tester." : "The gateway for texts took it.";
      case HANDOVER -> "It lies where the agency takes its cases.";
      case EVENT -> "The program took it.";
      case EMAIL, STATUS_FILE, WRITE_BACK, OUTGOING_FILE -> "The mail server took it.";
    };
  }

  /** It ended otherwise; a withdrawn action gives its steps back, so dunning decides anew. */
  void end(ClaimedEffect claimed, EffectState state, ActionState actionState, String reason) {
    Effect effect = claimed.effect();
    stores.outbox().ended(claimed, state, reason);
    endAction(effect, actionState, "REMINDER_" + actionState, reason);
    account.ended(effect, state, ACTOR, reason);
  }

  /** What was being sent when its process died is unknown now: a task for a person. */
  void endAbandoned() {
    for (Effect effect : stores.outbox().abandoned()) {
      String reason = String.valueOf(effect.reason());
      endAction(effect, ActionState.UNKNOWN, "REMINDER_UNKNOWN", reason);
      account.ended(effect, EffectState.UNKNOWN, ACTOR, reason);
    }
  }

  /** Moves the action that an effect carries out, where it carries out one. */
  void action(Effect effect, ActionState state) {
    if (effect.actionId() != null) {
      stores.actions().setState(effect.companyId(), effect.actionId(), state);
    }
  }

  private void endAction(Effect effect, ActionState state, String event, String reason) {
    if (effect.actionId() != null) {
      action(effect, state);
      note(effect, event, reason);
      stores.companies().addWorkDue(effect.companyId(), WorkDue.DUN);
    }
  }

  private void tellTheProgram(Effect effect, Action action) {
    CompanyProfile profile = stores.companies().profile(effect.companyId());
    Set<UUID> invoices = new LinkedHashSet<>();
    action.items().forEach(item -> invoices.add(UUID.fromString(item.invoiceId())));
    invoices.forEach(invoice -> told.reminded(profile, invoice, effect.businessDate(), action));
  }

  private void note(Effect effect, String event, String reason) {
    LocalDate today =
        stores.companies().businessDate(stores.companies().profile(effect.companyId()));
    stores
        .journal()
        .append(
            effect.companyId(),
            Happening.to("action", String.valueOf(effect.actionId()), event, ACTOR, today, reason));
  }
}
