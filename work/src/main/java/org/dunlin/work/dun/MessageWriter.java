package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.claim.StateClaims;
import org.dunlin.work.claim.StatedWords;

/** Records a due action together with the message that carries it out. */
final class MessageWriter {
  /** The road of e-mails; one server serves the hub. */
  static final String CONNECTION = "smtp";

  private final Stores stores;
  private final CompanyProfile profile;
  private final GatheredFacts gathered;
  private final LocalDate today;
  private final StateClaims claims;
  private final ReminderWriter reminders;

  MessageWriter(
      Stores stores,
      CompanyProfile profile,
      GatheredFacts gathered,
      LocalDate today,
      long attachedBytes) {
    this.stores = stores;
    this.profile = profile;
    this.gathered = gathered;
    this.today = today;
    this.claims = new StateClaims(stores, profile.company(), today);
    this.reminders = new ReminderWriter(stores, profile, gathered, claims, attachedBytes);
  }

  /** Records the action in the state, unless one of its steps was decided before. */
  void decide(Action action, ActionState state) {
    Action decided =
        new Action(
            action.id(),
            action.customerId(),
            action.plan(),
            action.step(),
            action.channel(),
            action.on(),
            state,
            action.items(),
            action.holds());
    if (stores.actions().add(profile.id(), decided)) {
      if (decided.channel() == Channel.EMAIL) { // what a person does is its own task
        stores.outbox().add(effect(decided));
      }
      stores
          .journal()
          .append(
              profile.id(),
              new Happening(
                  today,
                  "dun",
                  "customer",
                  action.customerId(),
                  "REMINDER_DECIDED",
                  proof(),
                  null,
                  decided,
                  null));
    }
  }

  private Effect effect(Action action) {
    UUID id = Ids.next();
    ReminderWriter.Written written = reminders.write(action, id, today);
    keep(action, written.claims());
    return Effect.decided(
        profile.id(),
        id,
        CONNECTION,
        CONNECTION + "/" + action.customerId(),
        EffectKind.EMAIL,
        action.id(),
        Payloads.json(written.email(), written.said()),
        action.state() == ActionState.AWAITING_APPROVAL
            ? EffectState.AWAITING_APPROVAL
            : EffectState.PENDING,
        today);
  }

  /** What the message says of claims is kept with its action, and seen in the timeline. */
  private void keep(Action action, StateClaims.Stated stated) {
    claims.keep(action.id(), stated);
    StatedWords.events(stated.said().demand())
        .forEach(
            (event, amounts) ->
                stores
                    .journal()
                    .append(
                        profile.id(),
                        Happening.to(
                            "customer", action.customerId(), event, "dun", today, amounts)));
  }

  /** Why a reminder could be decided: the facts that a gate asks for, kept with it. */
  private String proof() {
    return "Accounts covered by statements: "
        + gathered.covered()
        + "; no unallocated payment could plausibly settle these invoices; no hold.";
  }
}
