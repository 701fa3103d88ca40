package org.dunlin.connectors.program;

import java.util.List;
import org.dunlin.connectors.program.Effect.Kind;
import org.dunlin.connectors.program.RequestTemplate.Body;

/** What the hub writes back. */
final class EffectFields {
  private final Part manifest;
  private final Scope about;

  EffectFields(Part manifest, Scope everywhere) {
    this.manifest = manifest;
    this.about =
        everywhere.with(
            "key",
            "effect.*",
            "invoice.*",
            "customer.*",
            "payment.*",
            "allocation.*",
            "note.*",
            "link.*");
  }

  List<Effect> effects() {
    return List.copyOf(
        manifest.named("effects", (all, name) -> effect(name, all.part(name))).values());
  }

  private Effect effect(String name, Part part) {
    Capability capability = Capability.of(part.text("capability")).orElseThrow();
    if (!capability.word().equals("push." + name)) {
      part.fault("capability", "the effect " + name + " is the capability push." + name + ".");
    }
    return effect(name, capability, part, about);
  }

  /** An effect whose capability is known. */
  static Effect effect(String name, Capability capability, Part part, Scope about) {
    Kind kind = Kind.valueOf(part.text("kind"));
    Lookup lookup = StreamFields.lookup(part.optionalPart("lookup"), about);
    Scope lookedUp = about.with(StreamFields.given("lookup", lookup));
    Lookup prepare = StreamFields.lookup(part.optionalPart("prepare"), lookedUp);
    RequestTemplate request =
        RequestFields.request(
            part.part("request"), lookedUp.with(StreamFields.given("prepare", prepare)));
    if (kind == Kind.LOOKUP && (lookup == null || lookup.found() == null)) {
      part.fault("a LOOKUP has a lookup with found, which gives the id of what is there already.");
    }
    boolean prepared = prepare != null && keyed(prepare.request());
    if (kind == Kind.KEYED && !keyed(request) && !prepared) {
      part.fault("request", "a KEYED effect sends {effect.id} along.");
    }
    if (part.has("when") != part.has("say")) {
      part.fault("when and say come together: say tells people why it is not written back.");
    }
    for (String setting : part.texts("needs")) {
      if (!part.reading().settings().containsKey(setting)) {
        part.fault("needs", "there is no setting " + setting + ".");
      }
    }
    String account = part.optionalText("account");
    if (account != null && !part.reading().settings().containsKey(account)) {
      part.fault("account", "there is no setting " + account + ".");
    }
    return new Effect(
        name,
        capability,
        kind,
        part.texts("needs"),
        account,
        part.optionalSelector("when"),
        part.optionalText("say"),
        lookup,
        prepare,
        request,
        part.optionalSelector("confirms"),
        part.selectors("gives"));
  }

  /** Whether the key goes along; what a mapping makes of it is not seen from here. */
  private static boolean keyed(RequestTemplate request) {
    return Requested.names(request).contains("effect.id")
        || request.body() instanceof Body.Mapped
        || request.body() instanceof Body.MappedForm;
  }
}
