package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.journal.Noted;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.claim.StateClaims;
import org.dunlin.work.claim.StatedWords;
import org.dunlin.work.handover.HandOverWriter;
import org.dunlin.work.pay.PaymentLinks;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records a due action together with the message that carries it out. */
final class MessageWriter {
  private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

  /** The road of e-mails; one server serves the hub. */
  static final String CONNECTION = "smtp";

  private final Stores stores;
  private final CompanyProfile profile;
  private final GatheredFacts gathered;
  private final LocalDate today;
  private final StateClaims claims;
  private final ReminderWriter reminders;
  private final LetterWriter letters;
  private final TextWriter texts;
  private final HandOverWriter handOvers;

  MessageWriter(
      Stores stores,
      CompanyProfile profile,
      GatheredFacts gathered,
      LocalDate today,
      PaymentLinks links,
      long attachedBytes) {
    this.stores = stores;
    this.profile = profile;
    this.gathered = gathered;
    this.today = today;
    this.claims = new StateClaims(stores, profile.company(), today);
    this.reminders = new ReminderWriter(stores, profile, gathered, claims, links, attachedBytes);
    this.letters = new LetterWriter(stores, profile);
    this.texts = new TextWriter(profile, TextNumbers.of(stores, profile));
    this.handOvers = new HandOverWriter(stores, profile);
  }

  /** Records what waits until a person says yes. */
  void ask(List<Written> asked) {
    keep(asked);
    asked.forEach(each -> stores.approvals().ask(profile.id(), each.action().id(), true));
  }

  /**
   * What is to be recorded of an action, before anything is.
   *
   * @param message the effect that carries it out; absent where a person does, or a case is given
   * @param claims what it says of claims
   * @param facts of a case that is handed over
   */
  record Written(
      Action action,
      @Nullable Effect message,
      StateClaims.@Nullable Stated claims,
      @Nullable String facts) {}

  /**
   * Writes the message of an action and records nothing yet.
   *
   * @throws RuntimeException where it cannot be written
   */
  Written written(Action action, ActionState state) {
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
    UUID id = Ids.next();
    return switch (decided.channel()) {
      case EMAIL -> email(decided, id);
      case LETTER -> letter(decided, id);
      case TEXT -> text(decided, id);
      case HANDOVER ->
          new Written(decided, null, null, handOvers.facts(decided, customer(decided), today));
      case CALL -> new Written(decided, null, null, null); // the action itself is the task
    };
  }

  /** Records them in few statements, but for those of which a step was decided before. */
  void keep(List<Written> all) {
    if (all.isEmpty()) {
      return;
    }
    Set<String> added =
        stores.actions().add(profile.id(), all.stream().map(Written::action).toList());
    List<Noted> noted = new ArrayList<>();
    for (Written written : all) {
      if (added.contains(written.action().id())) {
        keep(written, noted);
      }
    }
    stores.journal().append(profile.id(), noted);
  }

  private void keep(Written written, List<Noted> noted) {
    Action decided = written.action();
    if (written.message() != null) {
      stores.outbox().add(written.message());
    }
    if (written.claims() != null) {
      keep(decided, written.claims(), noted);
    }
    if (written.facts() != null) {
      handOvers.add(decided, Ids.next(), state(decided), today, written.facts());
    }
    note(
        noted,
        decided,
        new Happening(
            today,
            "dun",
            "customer",
            decided.customerId(),
            "REMINDER_DECIDED",
            proof(),
            null,
            decided,
            null));
  }

  private static void note(List<Noted> noted, Action action, Happening happening) {
    noted.add(new Noted(Ids.next(), happening, UUID.fromString(action.customerId())));
  }

  /** What could not be written is held, and says why; all others go on. */
  Action notWritten(Action action, RuntimeException why) {
    LOG.error("the message of action {} cannot be written", action.id(), why);
    stores
        .journal()
        .append(
            profile.id(),
            Happening.to(
                "customer",
                action.customerId(),
                "REMINDER_NOT_WRITTEN",
                "dun",
                today,
                String.valueOf(why.getMessage())));
    List<Hold> holds = new ArrayList<>(action.holds());
    holds.add(new Hold(action.customerId(), null, HoldReason.MANUAL, null));
    return new Action(
        UUID.nameUUIDFromBytes((action.id() + "|not written").getBytes(UTF_8)).toString(),
        action.customerId(),
        action.plan(),
        action.step(),
        action.channel(),
        action.on(),
        ActionState.HELD,
        action.items(),
        holds);
  }

  private Customer customer(Action action) {
    return Objects.requireNonNull(gathered.customers().get(action.customerId()));
  }

  private static EffectState state(Action action) {
    return action.state() == ActionState.AWAITING_APPROVAL
        ? EffectState.AWAITING_APPROVAL
        : EffectState.PENDING;
  }

  private Written email(Action action, UUID id) {
    ReminderWriter.Written written = reminders.write(action, id, today);
    Effect message =
        Effect.decided(
            profile.id(),
            id,
            CONNECTION,
            CONNECTION + "/" + action.customerId(),
            EffectKind.EMAIL,
            action.id(),
            Payloads.json(written.email(), written.said()),
            state(action),
            today);
    return new Written(action, message, written.claims(), null);
  }

  private Written letter(Action action, UUID id) {
    ReminderWriter.Drafted draft = reminders.draft(action, today, 0);
    return new Written(
        action, letters.write(action, draft, id, state(action), today), draft.claims(), null);
  }

  /** It has no room for claims and says nothing of them. */
  private Written text(Action action, UUID id) {
    ReminderWriter.Drafted draft = reminders.draft(action, today, 0);
    return new Written(action, texts.write(action, draft, id, state(action), today), null, null);
  }

  /** What the message says of claims is kept with its action, and seen in the timeline. */
  private void keep(Action action, StateClaims.Stated stated, List<Noted> noted) {
    claims.keep(action.id(), stated);
    StatedWords.events(stated.said().demand())
        .forEach(
            (event, amounts) ->
                note(
                    noted,
                    action,
                    Happening.to("customer", action.customerId(), event, "dun", today, amounts)));
  }

  /** Why a reminder could be decided: the facts that a gate asks for, kept with it. */
  private String proof() {
    return "Accounts covered by statements: "
        + gathered.covered()
        + "; no unallocated payment could plausibly settle these invoices; no hold.";
  }
}
