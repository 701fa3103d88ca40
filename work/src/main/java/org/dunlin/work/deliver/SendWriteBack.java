package org.dunlin.work.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.effect.LookedUp;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * Writes something into a program, once. The program is asked first whether it is there already, at
 * each try and so also after an outcome that nobody knows, and is given some minutes then; where it
 * honours a key, the same key goes along each time.
 */
public final class SendWriteBack {
  private static final JsonMapper JSON = new JsonMapper();

  /** No program or proxy is known that lets a request wait for longer and then carries it out. */
  private static final Duration UNTIL_SETTLED = Duration.ofMinutes(5);

  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;

  /** Over these stores. */
  public SendWriteBack(Stores stores, Links links, AskProgram askProgram) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
  }

  /**
   * Writes it.
   *
   * @param told its payload says what it is about, as a JSON object; {@code effect.kind} what is
   *     written
   * @return the id by which the program knows it; empty where it gives none
   * @throws NotSent when it is to be tried again later, whether it arrived or not
   * @throws Refused when the program refused it for good
   */
  public Optional<String> send(Dispatch.WriteBack told) throws NotSent, Refused {
    Link link = open(told.companyId(), told.connectionId()).on(Occasion.effect(told.effectId()));
    ObjectNode object = object(link, told.payload());
    Clearing clearing = Clearing.of(stores, links, link, object);
    clearing.in((ObjectNode) object.path("settings"));
    EffectCalls calls =
        EffectCalls.of(
                link.program(), capability(object), object.toString(), clearing.in(link.facts()))
            .orElseThrow(
                () -> refused(link.manifest().name() + " does not take what this would write."));
    Optional<String> refusal = calls.refusal();
    if (refusal.isPresent()) {
      throw refused(refusal.get());
    }
    Optional<UUID> reversed = reversed(object);
    if (reversed.isPresent()) {
      settled(stores.writeBacks().sinceInDoubt(told.companyId(), reversed.get()));
    }
    LookedUp lookedUp = lookedUp(link, calls, clearing);
    if (lookedUp.found().isPresent()) {
      return lookedUp.found();
    }
    if (calls.looksUp()) {
      settled(stores.writeBacks().sinceItLeft(told.companyId(), told.effectId()));
    }
    Map<String, String> prepared = prepared(link, calls, clearing, lookedUp);
    Duration atLeast = calls.looksUp() ? UNTIL_SETTLED : Duration.ZERO;
    Optional<String> confirmed =
        calls.confirms(
            write(
                link,
                told,
                atLeast,
                facts -> calls.with(clearing.in(facts)).request(lookedUp, prepared)));
    // What deletes may answer nothing at all.
    return confirmed.isPresent() || reversed.isEmpty()
        ? confirmed
        : Optional.of(lookedUp.gives().getOrDefault("payment", reversed.get().toString()));
  }

  /** The effect by which was booked what this one takes back; empty where it takes back nothing. */
  private static Optional<UUID> reversed(ObjectNode object) {
    String effect = object.path("reversal").path("effect").asText();
    return effect.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(effect));
  }

  /**
   * A program that does not have it may still be about to: one that was slow, or a proxy before it
   * that gave up, takes what it was sent long after nobody waits for its answer any more.
   */
  private static void settled(Optional<Duration> since) throws NotSent {
    if (since.isPresent() && since.get().compareTo(UNTIL_SETTLED) < 0) {
      throw new NotSent(
          "It is not known yet whether the program took it the last time; it is asked again before"
              + " it is told again.",
          UNTIL_SETTLED.minus(since.get()));
    }
  }

  /** That it may have left is kept before it does, and undone where the program took nothing. */
  private HttpReply write(
      Link link, Dispatch.WriteBack told, Duration atLeast, Function<Facts, HttpCall> request)
      throws NotSent, Refused {
    String companyId = told.companyId();
    stores.transactions().run(() -> stores.writeBacks().leaving(companyId, told.effectId()));
    Asked asked = askProgram.ask(link, Use.URGENT, request);
    switch (asked) {
      case Asked.Answered answered -> {}
      case Asked.Failed(String sentence, Duration pause, boolean silent, boolean left) ->
          throw new NotSent(sentence, longer(atLeast, pause));
      case Asked.Gone gone -> notTaken(told);
      case Asked.Refused refused -> notTaken(told);
      case Asked.NotNow notNow -> notTaken(told);
      case Asked.Closed closed -> notTaken(told);
    }
    return answer(asked);
  }

  private void notTaken(Dispatch.WriteBack told) {
    stores
        .transactions()
        .run(() -> stores.writeBacks().notTaken(told.companyId(), told.effectId()));
  }

  private static Duration longer(Duration least, @Nullable Duration pause) {
    return pause == null || pause.compareTo(least) < 0 ? least : pause;
  }

  /** What else the request needs of the program. */
  private Map<String, String> prepared(
      Link link, EffectCalls calls, Clearing clearing, LookedUp lookedUp) throws NotSent, Refused {
    if (!calls.prepares()) {
      return Map.of();
    }
    HttpReply reply =
        answer(
            askProgram.ask(
                link,
                Use.URGENT,
                facts -> calls.with(clearing.in(facts)).prepare(lookedUp).orElseThrow()));
    return calls
        .prepared(reply)
        .orElseThrow(() -> new NotSent("The program does not tell what has to go along."));
  }

  /** What is there already; nothing is asked where the program honours the key that goes along. */
  private LookedUp lookedUp(Link link, EffectCalls calls, Clearing clearing)
      throws NotSent, Refused {
    if (!calls.looksUp()) {
      return LookedUp.NOTHING;
    }
    HttpReply reply =
        answer(
            askProgram.ask(
                link, Use.URGENT, facts -> calls.with(clearing.in(facts)).lookup().orElseThrow()));
    return calls
        .found(reply)
        .orElseThrow(() -> new NotSent("The program does not tell whether it is there already."));
  }

  private static HttpReply answer(Asked asked) throws NotSent, Refused {
    return switch (asked) {
      case Asked.Answered answered -> answered.reply();
      case Asked.Gone gone ->
          throw refused("The program has the object no more that this is about.");
      case Asked.Refused(String sentence) -> throw refused(sentence);
      case Asked.NotNow notNow -> throw new NotSent(notNow.sentence(), notNow.pause());
      case Asked.Failed failed -> throw new NotSent(failed.sentence(), failed.pause());
      case Asked.Closed closed -> throw new NotSent(closed.sentence());
    };
  }

  private static Refused refused(String sentence) {
    return new Refused(sentence, false, new IllegalStateException(sentence));
  }

  private static Capability capability(ObjectNode object) throws Refused {
    String kind = object.path("effect").path("kind").asText();
    return Capability.of("push." + kind)
        .orElseThrow(() -> refused("Nobody knows how to write a " + kind + "."));
  }

  /** The object of docs/programs.md: what the ledger knows, and the connection's settings. */
  private ObjectNode object(Link link, String payload) {
    try {
      ObjectNode object = (ObjectNode) JSON.readTree(payload);
      object.set("settings", JSON.valueToTree(link.connection().settings()));
      object.set("company", JSON.readTree(CanonicalWriter.line(link.profile().company())));
      object.put("today", stores.companies().businessDate(link.profile()).toString());
      return object;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a write-back is kept as a JSON object", e);
    }
  }

  private Link open(String companyId, String connectionId) throws NotSent, Refused {
    try {
      Link link = links.open(companyId, connectionId);
      if (link.connection().paused()) {
        throw new NotSent("A person paused the connection " + connectionId + ".");
      }
      return link;
    } catch (Unlinked e) {
      throw new Refused(String.valueOf(e.getMessage()), false, e);
    }
  }
}
