package org.dunlin.connectors.program;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The whole manifest, part by part: what later parts refer to comes first. */
final class ManifestFields {
  private ManifestFields() {}

  static Manifest manifest(Reading reading) {
    Part part = reading.root();
    SettingFields.read(part);
    Scope everywhere = AuthorisationFields.added(part, Scope.EVERYWHERE);
    Template base = part.template("base", Scope.EVERYWHERE);
    RequestFields.https(part, "base", base);
    if (base.text().endsWith("/")) {
      part.fault("base", "base ends without /, since each path begins with one.");
    }
    reading.base(base);
    reading.headers(headers(part, everywhere));
    Authorisation authorisation = AuthorisationFields.authorisation(part.part("authorisation"));
    List<Limit> limits = LimitFields.limits(part);
    Manifest manifest =
        new Manifest(
            part.text("program"),
            part.text("name"),
            part.has("documentation") ? URI.create(part.text("documentation")) : null,
            capabilities(part),
            base,
            reading.headers(),
            List.copyOf(reading.settings().values()),
            authorisation,
            limits,
            LimitFields.errors(part, limits),
            new StreamFields(part, everywhere).streams(),
            TotalsFields.totals(part.optionalPart("totals"), everywhere),
            new WebhookFields(everywhere).webhooks(part.optionalPart("webhooks")),
            PayFields.pay(part.optionalPart("pay")),
            effects(part, everywhere));
    ManifestRules.check(manifest, reading);
    return manifest;
  }

  private static List<Effect> effects(Part part, Scope everywhere) {
    List<Effect> effects = new ArrayList<>(new EffectFields(part, everywhere).effects());
    effects.addAll(new PayFields(part, everywhere).effects());
    return effects;
  }

  private static Map<String, Template> headers(Part part, Scope everywhere) {
    return part.templates("headers", everywhere.secret()).entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                Map.Entry::getValue,
                (one, other) -> other));
  }

  private static Set<Capability> capabilities(Part part) {
    return part.texts("capabilities").stream()
        .flatMap(word -> Capability.of(word).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
