package org.dunlin.work.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.DialogueEntry;
import org.dunlin.store.dialogue.DialogueKind;
import org.dunlin.store.outbox.Effect;
import org.dunlin.work.Payloads;

/**
 * A text that its gateway took and no phone ever got, like an e-mail that bounces: it stands in the
 * dialogue, and its number takes no texts until a person says otherwise.
 */
public final class FailedTexts {
  private final Stores stores;
  private final Notes notes;

  /** Over these stores. */
  public FailedTexts(Stores stores) {
    this.stores = stores;
    this.notes = new Notes(stores);
  }

  /**
   * Takes what a gateway told, in the transaction that is open.
   *
   * @param why as the gateway says it
   */
  public void take(Effect effect, String why) {
    String companyId = effect.companyId();
    Optional<Action> action =
        Optional.ofNullable(effect.actionId()).flatMap(id -> stores.actions().find(companyId, id));
    if (action.isEmpty() || !stores.actions().inEarnest(companyId, action.get().id())) {
      return;
    }
    LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
    notes.add(
        companyId,
        new DialogueEntry(
            Ids.next(),
            UUID.fromString(action.get().customerId()),
            null,
            DialogueKind.BOUNCE,
            null,
            action.get().id(),
            effect.connectionId(),
            today,
            Instant.now(),
            why));
    if (effect.payload() != null && Payloads.dispatch(effect) instanceof Dispatch.Text text) {
      stores.outbox().addressRefused(effect, text.to());
      stores.companies().addWorkDue(companyId, WorkDue.DUN);
    }
  }
}
