package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Objects;
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
import org.dunlin.work.handover.HandOverWriter;

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
  private final LetterWriter letters;
  private final HandOverWriter handOvers;

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
    this.letters = new LetterWriter(stores, profile);
    this.handOvers = new HandOverWriter(stores, profile);
  }

  /** Records an action that waits until a person says yes. */
  void ask(Action action) {
    decide(action, ActionState.AWAITING_APPROVAL);
    stores.approvals().ask(profile.id(), action.id(), true);
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
      add(decided);
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

  /** A call is the person's who is given it; the action itself is the task. */
  private void add(Action action) {
    UUID id = Ids.next();
    switch (action.channel()) {
      case EMAIL -> stores.outbox().add(email(action, id));
      case LETTER -> stores.outbox().add(letter(action, id));
      case HANDOVER ->
          handOvers.add(
              action,
              id,
              Objects.requireNonNull(gathered.customers().get(action.customerId())),
              state(action),
              today);
      case CALL -> {}
    }
  }

  /** Whether a person has to say yes to it, whatever its plan says: so it is of a case. */
  boolean asksFirst(Action action) {
    return action.channel() == Channel.HANDOVER && handOvers.asksFirst();
  }

  private static EffectState state(Action action) {
    return action.state() == ActionState.AWAITING_APPROVAL
        ? EffectState.AWAITING_APPROVAL
        : EffectState.PENDING;
  }

  private Effect email(Action action, UUID id) {
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
        state(action),
        today);
  }

  private Effect letter(Action action, UUID id) {
    ReminderWriter.Drafted draft = reminders.draft(action, today, 0);
    keep(action, draft.claims());
    return letters.write(action, draft, id, state(action), today);
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
