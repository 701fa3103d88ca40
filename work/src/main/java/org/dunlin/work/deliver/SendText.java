package org.dunlin.work.deliver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.effect.EffectCalls;
import org.dunlin.connectors.program.effect.LookedUp;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Refused;
import org.dunlin.core.port.UnknownOutcome;
import org.dunlin.store.Stores;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.ask.Asked;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.quota.Use;
import org.jspecify.annotations.Nullable;

/**
 * Hands a text to the company's gateway. Where that honours a key or can be asked, an outcome that
 * nobody knows is tried again; where it does neither, the text goes once at most.
 */
public final class SendText {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration UNTIL_SETTLED = Duration.ofMinutes(5);
  private static final Duration FIRST_REPORT = Duration.ofMinutes(1);
  private static final int REFERENCE = 12;

  private final Stores stores;
  private final Links links;
  private final AskProgram askProgram;

  /** Over these stores. */
  public SendText(Stores stores, Links links, AskProgram askProgram) {
    this.stores = stores;
    this.links = links;
    this.askProgram = askProgram;
  }

  /** Whether its gateway keeps it from being sent twice. */
  boolean isRepeatable(Dispatch.Text text) {
    return gateway(text).filter(link -> !isBlind(link)).isPresent();
  }

  private static boolean isBlind(Link link) {
    return link.manifest()
        .effect(Capability.SEND_TEXT)
        .filter(effect -> effect.kind() != Effect.Kind.BLIND)
        .isEmpty();
  }

  /**
   * Whether it is not committed that it may have left, because the gateway of a moment ago was one
   * that may be told again.
   */
  private boolean leavesUnmarked(Dispatch.Text text) {
    return stores
        .outbox()
        .find(text.companyId(), text.effectId())
        .filter(effect -> effect.state() == EffectState.CLAIMED)
        .isPresent();
  }

  /**
   * Sends it.
   *
   * @throws NotSent when nothing has left, or sending it again changes nothing
   * @throws Refused when the gateway refused it for good
   * @throws UnknownOutcome when nobody knows whether the gateway took it
   */
  public void send(Dispatch.Text text) throws NotSent, Refused {
    Link link =
        gateway(text)
            .map(open -> open.on(Occasion.effect(text.effectId())))
            .orElseThrow(
                () ->
                    new NotSent(
                        "No gateway for texts is connected, or it is paused; connect one."));
    if (isBlind(link) && leavesUnmarked(text)) {
      throw new NotSent("The gateway has changed since it was asked; it is asked again.");
    }
    EffectCalls calls =
        EffectCalls.of(link.program(), Capability.SEND_TEXT, about(link, text), link.facts())
            .orElseThrow();
    Optional<String> refusal = calls.refusal();
    if (refusal.isPresent()) {
      throw refused(refusal.get(), false);
    }
    LookedUp lookedUp = lookedUp(text, link, calls);
    if (lookedUp.found().isPresent()) {
      taken(text, calls, lookedUp.found().get());
      return;
    }
    stores
        .transactions()
        .run(() -> stores.sentTexts().leaving(text.companyId(), text.effectId(), link.id()));
    HttpReply reply =
        answer(
            text,
            calls,
            askProgram.ask(
                link, Use.URGENT, facts -> calls.with(facts).request(lookedUp, Map.of())));
    Optional<String> undeliverable = calls.undeliverable(reply);
    if (undeliverable.isPresent()) {
      notTaken(text);
      throw refused(undeliverable.get(), true);
    }
    taken(text, calls, calls.confirms(reply).orElse(null));
  }

  /** The gateway that may have taken it already, else the company's first by name. */
  private Optional<Link> gateway(Dispatch.Text text) {
    Optional<String> before = stores.sentTexts().gateway(text.companyId(), text.effectId());
    return stores.connections().of(text.companyId()).stream()
        .filter(each -> !each.paused())
        .filter(each -> before.isEmpty() || before.get().equals(each.id()))
        .flatMap(each -> link(text.companyId(), each.id()).stream())
        .filter(link -> link.manifest().capabilities().contains(Capability.SEND_TEXT))
        .findFirst();
  }

  private Optional<Link> link(String companyId, String connectionId) {
    try {
      return Optional.of(links.open(companyId, connectionId));
    } catch (Unlinked e) {
      return Optional.empty(); // a folder or a road, or a program that is not known any more
    }
  }

  private LookedUp lookedUp(Dispatch.Text text, Link link, EffectCalls calls)
      throws NotSent, Refused {
    if (!calls.looksUp()) {
      return LookedUp.NOTHING;
    }
    Asked asked =
        askProgram.ask(link, Use.URGENT, facts -> calls.with(facts).lookup().orElseThrow());
    LookedUp found =
        switch (asked) {
          case Asked.Answered answered ->
              calls
                  .found(answered.reply())
                  .orElseThrow(
                      () -> new NotSent("The gateway does not tell whether it has it already."));
          case Asked.Gone gone -> LookedUp.NOTHING;
          case Asked.Refused(String sentence) -> throw refused(sentence, false);
          case Asked.NotNow notNow -> throw new NotSent(notNow.sentence(), notNow.pause());
          case Asked.Failed failed -> throw new NotSent(failed.sentence(), failed.pause());
          case Asked.Closed closed -> throw new NotSent(closed.sentence());
        };
    Optional<Duration> since = stores.sentTexts().sinceItLeft(text.companyId(), text.effectId());
    if (found.found().isEmpty() && since.isPresent() && since.get().compareTo(UNTIL_SETTLED) < 0) {
      throw new NotSent(
          "It is not known yet whether the gateway took it the last time; it is asked again before"
              + " it is told again.",
          UNTIL_SETTLED.minus(since.get()));
    }
    return found;
  }

  private HttpReply answer(Dispatch.Text text, EffectCalls calls, Asked asked)
      throws NotSent, Refused {
    boolean mayBeThere = asked instanceof Asked.Failed failed && failed.left();
    if (!mayBeThere && !(asked instanceof Asked.Answered)) {
      notTaken(text);
    }
    return switch (asked) {
      case Asked.Answered answered -> answered.reply();
      case Asked.Gone gone ->
          throw refused("The gateway does not know what the request asks for.", false);
      case Asked.Refused(String sentence) -> throw refused(sentence, false);
      case Asked.NotNow notNow -> throw new NotSent(notNow.sentence(), notNow.pause());
      case Asked.Failed failed -> throw failed(calls, failed);
      case Asked.Closed closed -> throw new NotSent(closed.sentence());
    };
  }

  private static NotSent failed(EffectCalls calls, Asked.Failed failed) {
    if (failed.left() && calls.kind() == Effect.Kind.BLIND) {
      throw new UnknownOutcome(
          failed.sentence(), new IllegalStateException("nobody knows whether it was taken"));
    }
    return new NotSent(failed.sentence(), failed.pause());
  }

  private void notTaken(Dispatch.Text text) {
    stores.transactions().run(() -> stores.sentTexts().notTaken(text.companyId(), text.effectId()));
  }

  private void taken(Dispatch.Text text, EffectCalls calls, @Nullable String id) {
    stores
        .transactions()
        .run(
            () ->
                stores
                    .sentTexts()
                    .taken(
                        text.companyId(),
                        text.effectId(),
                        id,
                        calls.reports() ? FIRST_REPORT : null));
  }

  /** The object of docs/programs.md, "Texts". */
  private String about(Link link, Dispatch.Text text) {
    ObjectNode object = JSON.createObjectNode();
    ObjectNode effect = object.putObject("effect");
    effect.put("id", text.effectId().toString());
    effect.put("kind", "text");
    String plain = text.effectId().toString().replace("-", "");
    effect.put("reference", "dunlin-" + plain.substring(plain.length() - REFERENCE));
    ObjectNode words = object.putObject("text");
    words.put("to", text.to());
    words.put("digits", text.to().substring(1));
    words.put("body", text.text());
    object.set("settings", JSON.valueToTree(link.connection().settings()));
    try {
      object.set("company", JSON.readTree(CanonicalWriter.line(link.profile().company())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a company is written as JSON", e);
    }
    object.put("today", stores.companies().businessDate(link.profile()).toString());
    return object.toString();
  }

  private static Refused refused(String sentence, boolean address) {
    return new Refused(sentence, address, new IllegalStateException(sentence));
  }
}
