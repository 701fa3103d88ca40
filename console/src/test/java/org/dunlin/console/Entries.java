package org.dunlin.console;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.call.Transcript;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What left a company, or did not, with what was answered. */
record Entries(Scene scene) {
  UUID statusFile(UUID invoice) {
    UUID effect = Ids.next();
    Dispatch.StatusFile file =
        new Dispatch.StatusFile("/srv/books", effect + ".jsonl", "{\"type\":\"dunlin\"}\n");
    scene
        .stores()
        .outbox()
        .add(
            Effect.decided(
                scene.id(),
                effect,
                Scene.FOLDER,
                Scene.FOLDER + "/" + invoice,
                EffectKind.STATUS_FILE,
                null,
                Payloads.json(file),
                EffectState.PENDING,
                Scene.TODAY));
    return effect;
  }

  /** One that was refused for good. */
  UUID refused(UUID invoice) {
    UUID effect = statusFile(invoice);
    scene
        .stores()
        .outbox()
        .change(scene.id(), effect, EffectState.PENDING, EffectState.FAILED, "The disk is full.");
    return effect;
  }

  /** As a sender leaves it that waits between two attempts. */
  void triedInVain(UUID effect) {
    JdbcClient.create(Hub.SHARED.context().getBean(TestDatabase.class).dataSource())
        .sql(
            """
            update effect set attempts = 2, not_before = now() + interval '1 hour',
                   reason = 'The server is away.'
             where effect_id = ?\
            """)
        .param(effect)
        .update();
  }

  /** A call that a mail server answered. */
  OutboundCall queued(UUID effect) {
    Transcript said =
        new Transcript(
            "smtp://mail.example:25", List.of(), null, List.of(), "250 queued as 42", null);
    return new OutboundCall(
        scene.id(),
        Ids.next(),
        Instant.now(),
        "email",
        Occasion.effect(effect),
        null,
        null,
        null,
        "POST",
        "smtp://mail.example:25",
        OutboundCall.Outcome.ANSWERED,
        250,
        17,
        12,
        16L,
        said);
  }
}
