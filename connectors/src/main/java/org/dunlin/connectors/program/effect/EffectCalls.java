package org.dunlin.connectors.program.effect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Effect;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Lookup;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Texting;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.jspecify.annotations.Nullable;

/**
 * One effect on one program. Its order is: {@link #refusal}, then {@link #lookup} where there is
 * one, before every try and the first, too; then, unless it was found, {@link #prepare} where there
 * is something to prepare, and {@link #request}.
 *
 * <p>Requests come without credentials. They throw {@link org.dunlin.connectors.program.NoValue} or
 * {@link org.dunlin.connectors.program.MappingFailed} where they cannot be made; their messages are
 * for people.
 */
public final class EffectCalls {
  private final Program program;
  private final Effect effect;
  private final ObjectNode about;
  private final Facts facts;

  private EffectCalls(Program program, Effect effect, ObjectNode about, Facts facts) {
    this.program = program;
    this.effect = effect;
    this.about = about;
    this.facts = facts;
  }

  /**
   * The effect, where the program takes it.
   *
   * @param about the object of docs/programs.md, "Effects", as JSON
   * @throws IllegalArgumentException where it is no object
   */
  public static Optional<EffectCalls> of(
      Program program, Capability capability, String about, Facts facts) {
    if (!(Json.read(about.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode object)) {
      throw new IllegalArgumentException("What an effect is about is an object.");
    }
    return program
        .manifest()
        .effect(capability)
        .map(effect -> new EffectCalls(program, effect, object, facts.about(object)));
  }

  /** The same with other facts, such as those with the token or the session of now. */
  public EffectCalls with(Facts other) {
    return new EffectCalls(program, effect, about, other.about(about));
  }

  /** How it is kept from being written twice. */
  public Effect.Kind kind() {
    return effect.kind();
  }

  /** Why this one cannot be written into the program at all, for people; empty where it can. */
  public Optional<String> refusal() {
    for (String setting : effect.needs()) {
      if (facts.value("settings." + setting).filter(value -> !value.plain().isEmpty()).isEmpty()) {
        return Optional.of(
            "The setting " + label(setting) + " of the connection is not filled in.");
      }
    }
    Selector when = effect.when();
    if (when == null || when.fits(about, facts)) {
      return Optional.empty();
    }
    String say = effect.say();
    return Optional.of(say == null ? program.manifest().name() + " does not take this." : say);
  }

  /** Whether it is asked first whether it is there already. */
  public boolean looksUp() {
    return effect.lookup() != null;
  }

  /** Whether more is asked for before the request. */
  public boolean prepares() {
    return effect.prepare() != null;
  }

  /** Asks whether it is there already; empty where the program honours a key in place of that. */
  public Optional<HttpCall> lookup() {
    return Optional.ofNullable(effect.lookup())
        .map(lookup -> program.call(lookup.request(), facts));
  }

  /**
   * What the answer to {@link #lookup} tells. Empty where it does not tell: then it is not known
   * whether it is there, and nothing is sent.
   */
  public Optional<LookedUp> found(HttpReply reply) {
    Lookup lookup = effect.lookup();
    if (lookup == null) {
      return Optional.of(LookedUp.NOTHING);
    }
    try {
      JsonNode body = Json.read(reply.body());
      return body.isMissingNode() ? Optional.empty() : Optional.of(told(lookup, body));
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  /** Asks for what the request needs; it leaves nothing behind. Empty where it needs nothing. */
  public Optional<HttpCall> prepare(LookedUp lookedUp) {
    return Optional.ofNullable(effect.prepare())
        .map(prepare -> program.call(prepare.request(), known(lookedUp)));
  }

  /** What the answer to {@link #prepare} gives; empty where it lacks something. */
  public Optional<Map<String, String>> prepared(HttpReply reply) {
    Lookup prepare = effect.prepare();
    if (prepare == null) {
      return Optional.of(Map.of());
    }
    try {
      Map<String, String> gives = given(prepare, Json.read(reply.body()));
      return gives.size() == prepare.gives().size() ? Optional.of(gives) : Optional.empty();
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  /**
   * Writes it.
   *
   * @param prepared what {@link #prepared} gave; nothing where there was nothing to prepare
   */
  public HttpCall request(LookedUp lookedUp, Map<String, String> prepared) {
    return program.call(effect.request(), known(lookedUp, prepared));
  }

  /** The id of what was made, in the answer to {@link #request}, where the answer tells it. */
  public Optional<String> confirms(HttpReply reply) {
    Selector confirms = effect.confirms();
    if (confirms == null) {
      return Optional.empty();
    }
    try {
      return confirms.text(Json.read(reply.body()), facts);
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  /** Why the number of a text takes none, as the answer to {@link #request} tells it. */
  public Optional<String> undeliverable(HttpReply reply) {
    Texting texting = effect.texting();
    return texting == null ? Optional.empty() : said(texting.undeliverable(), reply);
  }

  /** Whether it can be asked what became of a text. */
  public boolean reports() {
    return report() != null;
  }

  /** Asks what became of a text that the gateway knows by this id. */
  public Optional<HttpCall> report(String id) {
    return Optional.ofNullable(report())
        .map(report -> program.call(report.request(), facts.with("sent.id", id)));
  }

  /** What the answer to {@link #report} tells. */
  public Reported reported(HttpReply reply) {
    Texting.Report report = report();
    if (report == null) {
      return Reported.UNDER_WAY;
    }
    return said(report.failed(), reply)
        .map(why -> new Reported(Reported.State.FAILED, why))
        .or(() -> said(report.delivered(), reply).map(told -> Reported.DELIVERED))
        .orElse(Reported.UNDER_WAY);
  }

  /** Tries the connection to a gateway for texts and sends nothing. */
  public static Optional<HttpCall> probe(Program program, Facts facts) {
    return program
        .manifest()
        .effect(Capability.SEND_TEXT)
        .flatMap(text -> Optional.ofNullable(text.texting()))
        .flatMap(texting -> Optional.ofNullable(texting.probe()))
        .map(probe -> program.call(probe, facts));
  }

  private Texting.@Nullable Report report() {
    Texting texting = effect.texting();
    return texting == null ? null : texting.report();
  }

  private Optional<String> said(@Nullable Selector selector, HttpReply reply) {
    if (selector == null) {
      return Optional.empty();
    }
    try {
      JsonNode body = Json.read(reply.body());
      return selector.fits(body, facts) ? selector.text(body, facts) : Optional.empty();
    } catch (NotJson | MappingFailed e) {
      return Optional.empty();
    }
  }

  /** What else the answer to {@link #request} tells, as far as it tells it. */
  public Map<String, String> gives(HttpReply reply) {
    try {
      JsonNode body = Json.read(reply.body());
      Map<String, String> gives = new TreeMap<>();
      effect
          .gives()
          .forEach(
              (name, value) -> value.text(body, facts).ifPresent(text -> gives.put(name, text)));
      return gives;
    } catch (NotJson | MappingFailed e) {
      return Map.of();
    }
  }

  private LookedUp told(Lookup lookup, JsonNode body) {
    Selector found = lookup.found();
    String id = found == null ? null : found.text(body, facts).orElse(null);
    return new LookedUp(id, given(lookup, body));
  }

  private Map<String, String> given(Lookup asked, JsonNode body) {
    Map<String, String> gives = new TreeMap<>();
    asked
        .gives()
        .forEach((name, value) -> value.text(body, facts).ifPresent(text -> gives.put(name, text)));
    return gives;
  }

  private Facts known(LookedUp lookedUp) {
    return known(lookedUp, Map.of());
  }

  /** What placeholders name and mappings get, in one. */
  private Facts known(LookedUp lookedUp, Map<String, String> prepared) {
    ObjectNode lookup = JsonNodeFactory.instance.objectNode();
    lookedUp.gives().forEach(lookup::put);
    lookedUp.found().ifPresent(id -> lookup.put("id", id));
    ObjectNode more = about.deepCopy();
    more.set("lookup", lookup);
    prepared.forEach((name, text) -> more.withObject("/prepare").put(name, text));
    return facts.about(more);
  }

  private String label(String setting) {
    return program.manifest().setting(setting).map(each -> each.label()).orElse(setting);
  }
}
