package org.dunlin.work.pay;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.effect.LookedUp;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.quota.Use;

/** Asks a provider one thing, as its manifest says: looks it up, prepares it, and asks for it. */
final class AskedOfProvider {
  private final ProviderPayload payload;
  private final AskProgram askProgram;

  AskedOfProvider(Stores stores, AskProgram askProgram) {
    this.payload = new ProviderPayload(stores);
    this.askProgram = askProgram;
  }

  /** What the provider answered. */
  sealed interface Answer {
    /**
     * It is done.
     *
     * @param id by which the provider knows it
     * @param gives what else it tells
     */
    record Given(String id, Map<String, String> gives) implements Answer {}

    /** It is not done, and will not be. */
    record Refused(String sentence) implements Answer {}

    /** It may be done, or may be once it is asked again. */
    record Unknown(String sentence) implements Answer {}
  }

  Answer ask(Link link, Capability capability, Asking asking) {
    Optional<EffectCalls> known =
        EffectCalls.of(
            link.program(),
            capability,
            payload.of(link, capability, asking).toString(),
            link.facts());
    if (known.isEmpty()) {
      return new Answer.Refused(link.manifest().name() + " does not offer this.");
    }
    EffectCalls calls = known.get();
    Optional<String> refusal = calls.refusal();
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    return lookedUp(link.on(Occasion.paying(asking.about())), calls, asking);
  }

  private Answer lookedUp(Link link, EffectCalls calls, Asking asking) {
    if (!calls.looksUp()) {
      return prepared(link, calls, asking, LookedUp.NOTHING);
    }
    Asked asked = ask(link, facts -> calls.with(facts).lookup().orElseThrow());
    if (!(asked instanceof Asked.Answered answered)) {
      return not(link, asked);
    }
    Optional<LookedUp> found = calls.found(answered.reply());
    if (found.isEmpty()) {
      return new Answer.Unknown(
          link.manifest().name() + " does not tell whether it has it already.");
    }
    return found
        .get()
        .found()
        .<Answer>map(id -> new Answer.Given(id, found.get().gives()))
        .orElseGet(() -> prepared(link, calls, asking, found.get()));
  }

  private Answer prepared(Link link, EffectCalls calls, Asking asking, LookedUp lookedUp) {
    if (!calls.prepares()) {
      return written(link, calls, asking, lookedUp, Map.of());
    }
    Asked asked = ask(link, facts -> calls.with(facts).prepare(lookedUp).orElseThrow());
    if (!(asked instanceof Asked.Answered answered)) {
      return not(link, asked);
    }
    return calls
        .prepared(answered.reply())
        .map(gives -> written(link, calls, asking, lookedUp, gives))
        .orElseGet(
            () ->
                new Answer.Unknown(
                    link.manifest().name() + " does not tell what has to go along."));
  }

  private Answer written(
      Link link,
      EffectCalls calls,
      Asking asking,
      LookedUp lookedUp,
      Map<String, String> prepared) {
    Asked asked = ask(link, facts -> calls.with(facts).request(lookedUp, prepared));
    if (!(asked instanceof Asked.Answered answered)) {
      return not(link, asked);
    }
    HttpReply reply = answered.reply();
    return calls
        .confirms(reply)
        .or(() -> Optional.ofNullable(asking.key()))
        .<Answer>map(id -> new Answer.Given(id, calls.gives(reply)))
        .orElseGet(
            () -> new Answer.Unknown(link.manifest().name() + " answers what cannot be read."));
  }

  /** A person waits for it: what failed before holds it back no more. */
  private Asked ask(Link link, Function<Facts, HttpCall> request) {
    return askProgram.ask(link, Use.PERSON, request);
  }

  private static Answer not(Link link, Asked asked) {
    return switch (asked) {
      case Asked.Answered answered -> new Answer.Unknown(link.manifest().name() + " answers.");
      case Asked.Gone gone -> new Answer.Refused(link.manifest().name() + " has it no more.");
      case Asked.Refused(String sentence) -> new Answer.Refused(sentence);
      case Asked.Closed(String sentence) -> new Answer.Refused(sentence);
      case Asked.NotNow notNow -> new Answer.Unknown(notNow.sentence());
      case Asked.Failed failed -> new Answer.Unknown(failed.sentence());
    };
  }
}
