package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.message.Texts;
import org.dunlin.core.model.Action;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;

/** Writes the text of a due action. Which gateway takes it is found when it leaves. */
final class TextWriter {
  /** The road of texts, whichever gateway the company has then. */
  static final String CONNECTION = "texts";

  private final CompanyProfile profile;
  private final TextNumbers numbers;

  TextWriter(CompanyProfile profile, TextNumbers numbers) {
    this.profile = profile;
    this.numbers = numbers;
  }

  Effect write(
      Action action, ReminderWriter.Drafted draft, UUID id, EffectState state, LocalDate today) {
    String to =
        numbers
            .of(draft.reminder().customer())
            .orElseThrow(() -> new IllegalStateException("a text without a number is held"));
    Dispatch.Text text =
        new Dispatch.Text(profile.id(), CONNECTION, id, to, Texts.write(draft.reminder()));
    return Effect.decided(
        profile.id(),
        id,
        CONNECTION,
        CONNECTION + "/" + action.customerId(),
        EffectKind.TEXT,
        action.id(),
        Payloads.json(text, draft.said()),
        state,
        today);
  }
}
