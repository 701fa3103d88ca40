package org.dunlin.connectors.jslt;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Countries by two or three letters (ISO 3166) and by their English names. */
final class Countries {
  private static final Set<String> CODES = Set.of(Locale.getISOCountries());
  private static final Map<String, String> NAMES = names();

  private Countries() {}

  /** The two letters; null where the text names no country. */
  static @Nullable String code(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    return CODES.contains(upper) ? upper : NAMES.get(upper);
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : CODES) {
      Locale country = new Locale.Builder().setRegion(code).build();
      names.put(country.getDisplayCountry(Locale.ENGLISH).toUpperCase(Locale.ROOT), code);
      names.put(country.getISO3Country(), code);
    }
    // what people write beside the names of the Unicode locale data
    names.put("UK", "GB");
    names.put("GREAT BRITAIN", "GB");
    names.put("ENGLAND", "GB");
    names.put("SCOTLAND", "GB");
    names.put("WALES", "GB");
    names.put("NORTHERN IRELAND", "GB");
    names.put("THE NETHERLANDS", "NL");
    names.put("HOLLAND", "NL");
    names.put("USA", "US");
    names.put("UNITED STATES OF AMERICA", "US");
    names.put("CZECH REPUBLIC", "CZ");
    names.put("TURKEY", "TR");
    names.put("SLOVAK REPUBLIC", "SK");
    names.put("REPUBLIC OF IRELAND", "IE");
    return Map.copyOf(names);
  }
}
