package org.dunlin.connectors.csv;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Names of countries in the languages of programs, and their codes (ISO 3166 alpha-2). */
final class CountryNames {
  private static final List<String> LANGUAGES = List.of("en", "nl", "de", "fr", "it", "es");
  private static final Map<String, String> CODES = codes();

  private CountryNames() {}

  static Optional<String> code(String name) {
    return Optional.ofNullable(CODES.get(ColumnName.normal(name)));
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOCountries()) {
      for (String language : LANGUAGES) {
        String name = Locale.of("", code).getDisplayCountry(Locale.of(language));
        codes.putIfAbsent(ColumnName.normal(name), code);
      }
    }
    return codes;
  }
}
