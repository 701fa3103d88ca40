package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.PaperLetter;
import org.dunlin.core.model.Action;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.letter.LetterSettings;

/** Writes the letter of a due action. */
final class LetterWriter {
  private final CompanyProfile profile;
  private final Optional<Connection> printer;

  LetterWriter(Stores stores, CompanyProfile profile) {
    this.profile = profile;
    this.printer = LetterSettings.connection(stores, profile.id());
  }

  /** Without a printer it waits in the outbox, where it can be looked at and printed by hand. */
  Effect write(
      Action action, ReminderWriter.Drafted draft, UUID id, EffectState state, LocalDate today) {
    Brand.LogoKey logo = draft.brand().logo();
    Letter letter =
        PaperLetter.write(
            draft.reminder(),
            LetterSettings.head(profile, printer),
            profile.company().accounts(),
            logo == null ? null : logo.id());
    String connection = printer.map(Connection::id).orElse(RoadKind.LETTERS.program());
    return Effect.decided(
        profile.id(),
        id,
        connection,
        connection + "/" + action.customerId(),
        EffectKind.LETTER,
        action.id(),
        Payloads.json(letter, draft.said()),
        state,
        today);
  }
}
