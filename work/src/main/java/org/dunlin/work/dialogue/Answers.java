package org.dunlin.work.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.work.Payloads;
import org.jspecify.annotations.Nullable;

/**
 * Answers to reminders land in the dialogue of their customer: a person's is a task, a mailbox's
 * own is only noted, and a bounce makes the address one that nothing is sent to.
 */
public final class Answers {
  private final Stores stores;
  private final Notes notes;

  /** Over these stores. */
  public Answers(Stores stores) {
    this.stores = stores;
    notes = new Notes(stores);
  }

  /**
   * Takes an answer that came to a mailbox of the company; false where it answers no reminder of
   * it. The same mail again changes nothing.
   *
   * @param from who says it, as it is noted
   */
  public boolean take(String companyId, Answer answer, String from) {
    Optional<Effect> about = about(companyId, answer);
    if (about.isEmpty()) {
      return false;
    }
    stores.transactions().run(() -> note(companyId, about.get(), answer, from));
    stores.wakeups().wake(Stage.DUN);
    return true;
  }

  /** The reminder of the company that it answers. */
  public Optional<Effect> about(String companyId, Answer answer) {
    return answer.effects().stream()
        .map(id -> stores.outbox().find(companyId, id))
        .flatMap(Optional::stream)
        .filter(effect -> effect.kind() == EffectKind.EMAIL && effect.actionId() != null)
        .findFirst();
  }

  private void note(String companyId, Effect effect, Answer answer, String from) {
    Optional<Action> action = stores.actions().find(companyId, String.valueOf(effect.actionId()));
    if (action.isEmpty() || answer.kind() == Answer.Kind.REPORTED) {
      return;
    }
    CompanyProfile profile = stores.companies().profile(companyId);
    UUID customer = UUID.fromString(action.get().customerId());
    String text = cut(answer.text());
    boolean bounced = bounced(effect, answer);
    DialogueKind kind = bounced ? DialogueKind.BOUNCE : kind(answer.kind());
    LocalDate today = stores.companies().businessDate(profile);
    DialogueEntry entry =
        new DialogueEntry(
            Ids.next(),
            customer,
            null,
            kind,
            null,
            action.get().id(),
            from,
            today,
            Instant.now(),
            text);
    boolean added = notes.addOfMail(companyId, entry, answer.mail());
    if (added && bounced && stores.actions().inEarnest(companyId, action.get().id())) {
      stores.outbox().addressRefused(effect, Payloads.email(effect).to());
      stores.companies().addWorkDue(companyId, WorkDue.DUN);
    }
  }

  /** A report says nothing of an address but of the one to which the message was sent. */
  private static boolean bounced(Effect effect, Answer answer) {
    return answer.kind() == Answer.Kind.BOUNCED
        && effect.payload() != null
        && answer.failed().stream().anyMatch(Payloads.email(effect).to()::equalsIgnoreCase);
  }

  private static DialogueKind kind(Answer.Kind kind) {
    return switch (kind) {
      case PERSON -> DialogueKind.ANSWER;
      case AUTOMATIC, REPORTED, BOUNCED -> DialogueKind.AUTO_ANSWER;
    };
  }

  private static @Nullable String cut(@Nullable String text) {
    return text == null || text.length() <= Saying.LONGEST
        ? text
        : text.substring(0, Saying.LONGEST);
  }
}
