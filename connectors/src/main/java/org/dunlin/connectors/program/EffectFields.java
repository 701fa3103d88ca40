package org.dunlin.connectors.program;

import java.util.List;
import org.dunlin.connectors.program.Effect.Kind;
import org.dunlin.connectors.program.RequestTemplate.Body;
import org.jspecify.annotations.Nullable;

/** What the hub writes back. */
final class EffectFields {
  private static final String TEXT = "text";

  private final Part manifest;
  private final Scope everywhere;
  private final Scope about;

  EffectFields(Part manifest, Scope everywhere) {
    this.manifest = manifest;
    this.everywhere = everywhere;
    this.about =
        everywhere.with(
            "key",
            "effect.*",
            "invoice.*",
            "customer.*",
            "payment.*",
            "allocation.*",
            "reversal.*",
            "fee.*",
            "note.*",
            "link.*",
            "text.*");
  }

  List<Effect> effects() {
    return List.copyOf(
        manifest.named("effects", (all, name) -> effect(name, all.part(name))).values());
  }

  private Effect effect(String name, Part part) {
    Capability capability = Capability.of(part.text("capability")).orElseThrow();
    String word = name.equals(TEXT) ? Capability.SEND_TEXT.word() : "push." + name;
    if (!capability.word().equals(word)) {
      part.fault("capability", "the effect " + name + " is the capability " + word + ".");
    }
    Texting texting = name.equals(TEXT) ? texting(part) : none(part);
    return effect(name, capability, part, about, texting);
  }

  /** An effect whose capability is known. */
  static Effect effect(String name, Capability capability, Part part, Scope about) {
    return effect(name, capability, part, about, none(part));
  }

  private static Effect effect(
      String name, Capability capability, Part part, Scope about, @Nullable Texting texting) {
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
    if (kind == Kind.BLIND && !name.equals(TEXT)) {
      part.fault("kind", "only a text may be BLIND; a write-back is KEYED or has a lookup.");
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
    if (capability == Capability.PUSH_FEE && account == null) {
      part.fault(
          "account", "a fee has account: the setting that names the provider's clearing account.");
    }
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
        texting,
        part.selectors("gives"));
  }

  private Texting texting(Part part) {
    Part report = part.optionalPart("report");
    if (report != null && !part.has("confirms")) {
      part.fault("report", "a report asks by the id that confirms gives, and there is none.");
    }
    return new Texting(
        part.optionalSelector("undeliverable"),
        report == null
            ? null
            : new Texting.Report(
                RequestFields.request(report.part("request"), about.with("sent.id")),
                report.selector("delivered"),
                report.selector("failed")),
        part.has("probe") ? RequestFields.request(part.part("probe"), everywhere) : null);
  }

  private static @Nullable Texting none(Part part) {
    for (String field : List.of("undeliverable", "report", "probe")) {
      if (part.has(field)) {
        part.fault(field, "only the effect text has it.");
      }
    }
    return null;
  }

  /** Whether the key goes along; what a mapping makes of it is not seen from here. */
  private static boolean keyed(RequestTemplate request) {
    return Requested.names(request).contains("effect.id")
        || request.body() instanceof Body.Mapped
        || request.body() instanceof Body.MappedForm;
  }
}
