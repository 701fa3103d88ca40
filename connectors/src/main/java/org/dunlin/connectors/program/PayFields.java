package org.dunlin.connectors.program;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a payment provider can be asked for. */
final class PayFields {
  private static final List<String> NAMES =
      List.of("checkout", "link", "link_cancel", "refund", "cancel", "mandate");

  private final Part manifest;
  private final Scope about;

  PayFields(Part manifest, Scope everywhere) {
    this.manifest = manifest;
    this.about =
        everywhere.with("key", "effect.*", "checkout.*", "refund.*", "customer.*", "hook.url");
  }

  static @Nullable Pay pay(@Nullable Part part) {
    return part == null
        ? null
        : new Pay(
            part.text("stream"),
            part.parts("test").stream()
                .map(sign -> new Pay.TestSign(sign.text("setting"), sign.text("begins")))
                .toList());
  }

  List<Effect> effects() {
    Part pay = manifest.optionalPart("pay");
    List<Effect> effects = new ArrayList<>();
    if (pay != null) {
      for (String name : NAMES) {
        if (pay.has(name)) {
          Capability capability = Capability.of("pay." + name).orElseThrow();
          effects.add(EffectFields.effect(name, capability, pay.part(name), about));
        }
      }
    }
    return effects;
  }
}
