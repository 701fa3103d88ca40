package org.dunlin.connectors.program.check;

import com.fasterxml.jackson.databind.JsonNode;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Setting;
import org.jspecify.annotations.Nullable;

/** What examples know: settings as their defaults and examples say, and a company in Amsterdam. */
final class ExampleFacts {
  private ExampleFacts() {}

  static Facts of(Manifest manifest) {
    Facts facts =
        Facts.NONE
            .with("company.id", "acme")
            .with("company.name", "Acme B.V.")
            .with("company.country", "NL")
            .with("company.currency", "EUR")
            .with("company.timeZone", "Europe/Amsterdam");
    for (Setting setting : manifest.settings()) {
      String value = value(setting);
      if (value != null) {
        facts =
            setting.secret()
                ? facts.withSecret("settings." + setting.name(), value)
                : facts.with("settings." + setting.name(), setting.value(value));
      }
    }
    return facts;
  }

  /** The same, and the texts of an object by their names behind a prefix. */
  static Facts with(Facts facts, String prefix, JsonNode object) {
    Facts more = facts;
    for (var each : object.properties()) {
      if (each.getValue().isValueNode() && !each.getValue().isNull()) {
        more = more.with(prefix + each.getKey(), each.getValue().asText());
      }
    }
    return more;
  }

  private static @Nullable String value(Setting setting) {
    if (setting.initial() != null) {
      return setting.initial();
    }
    String example = setting.example();
    return example != null && setting.refusal(example).isEmpty()
        ? example
        : setting.secret() ? "secret-of-the-example" : null;
  }
}
