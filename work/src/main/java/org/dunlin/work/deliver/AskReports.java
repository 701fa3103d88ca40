package org.dunlin.work.deliver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.effect.Reported;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.SentTexts;
import org.dunlin.store.outbox.SentTexts.Report;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.dialogue.FailedTexts;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * Asks gateways what became of texts: soon after they left, later each time, and after some days no
 * more. A number that takes none is a task, and no other text goes to it.
 */
public final class AskReports {
  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;
  private final FailedTexts failed;

  /** Over these stores. */
  public AskReports(Stores stores, Links links, AskProgram askProgram) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
    this.failed = new FailedTexts(stores);
  }

  /** Asks of the text that is due longest; false where none is. */
  public boolean next() {
    Optional<SentTexts.Due> due = stores.transactions().in(() -> stores.sentTexts().claim());
    due.ifPresent(this::ask);
    return due.isPresent();
  }

  private void ask(SentTexts.Due due) {
    try {
      Link link =
          links.open(due.companyId(), due.connectionId()).on(Occasion.effect(due.effectId()));
      if (!link.connection().paused()) {
        EffectCalls.of(
                link.program(),
                Capability.SEND_TEXT,
                JsonNodeFactory.instance.objectNode().toString(),
                link.facts())
            .filter(EffectCalls::reports)
            .ifPresent(calls -> ask(due, link, calls));
      }
    } catch (Unlinked e) {
      // The gateway is connected no more, so that nobody can be asked.
    }
  }

  private void ask(SentTexts.Due due, Link link, EffectCalls calls) {
    Asked asked =
        askProgram.ask(
            link, Use.POLL, facts -> calls.with(facts).report(due.gatewayId()).orElseThrow());
    if (asked instanceof Asked.Answered answered) {
      told(due, calls.reported(answered.reply()));
    }
  }

  private void told(SentTexts.Due due, Reported reported) {
    switch (reported.state()) {
      case UNDER_WAY -> {}
      case DELIVERED -> keep(due, Report.DELIVERED, null);
      case FAILED -> {
        keep(due, Report.FAILED, reported.why());
        stores.wakeups().wake(Stage.DUN);
      }
    }
  }

  private void keep(SentTexts.Due due, Report report, @Nullable String why) {
    stores
        .transactions()
        .run(
            () -> {
              boolean news =
                  stores.sentTexts().reported(due.companyId(), due.effectId(), report, why);
              if (news && report == Report.FAILED) {
                Effect effect = stores.outbox().find(due.companyId(), due.effectId()).orElseThrow();
                failed.take(effect, String.valueOf(why));
              }
            });
  }
}
