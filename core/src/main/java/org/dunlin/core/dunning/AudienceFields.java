package org.dunlin.core.dunning;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom a plan is for, from its YAML fields. */
final class AudienceFields {
  private static final Set<String> COUNTRIES =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

  private AudienceFields() {}

  static Audience audience(YamlFields plan) {
    YamlFields fields = plan.optionalObject("for");
    if (fields == null) {
      return Audience.EVERYONE;
    }
    String each = "a list of ISO 3166 codes such as NL, each once,";
    List<String> countries = fields.texts("countries", each);
    if (!COUNTRIES.containsAll(countries)) {
      throw fields.wrong("countries", each);
    }
    Audience audience =
        new Audience(
            Set.copyOf(fields.texts("segments", "a list of the customers' segments, each once,")),
            Set.copyOf(countries),
            fields.optionalTruth("consumer"),
            risk(fields));
    fields.end();
    return audience;
  }

  /** Nobody asks for customers of whom nothing is known, since they are met without asking. */
  private static Set<RiskLevel> risk(YamlFields fields) {
    String each = "a list of LOW, MEDIUM and HIGH, each once,";
    Set<RiskLevel> risk = EnumSet.noneOf(RiskLevel.class);
    for (String level : fields.texts("risk", each)) {
      risk.add(
          switch (level) {
            case "LOW" -> RiskLevel.LOW;
            case "MEDIUM" -> RiskLevel.MEDIUM;
            case "HIGH" -> RiskLevel.HIGH;
            default -> throw fields.wrong("risk", each);
          });
    }
    return risk;
  }
}
