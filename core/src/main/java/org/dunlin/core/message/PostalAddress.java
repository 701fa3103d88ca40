package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dunlin.core.model.Address;
import org.jspecify.annotations.Nullable;

/** An address as a post office reads it (Universal Postal Union, S42; its country's own order). */
final class PostalAddress {
  private PostalAddress() {}

  /**
   * The lines below the name. The country stands last, in capital letters, where it is another than
   * the sender's.
   *
   * @param language that of the sender, in which the country is named
   */
  static List<String> lines(Address address, @Nullable String from, Language language) {
    List<String> lines = new ArrayList<>();
    add(lines, address.street());
    String postalCode = text(address.postalCode());
    String city = text(address.city());
    String country = text(address.country());
    switch (country) {
      case "NL" -> lines.add((dutch(postalCode) + "  " + city.toUpperCase(Locale.ROOT)).strip());
      case "GB", "IE" -> {
        add(lines, city.toUpperCase(Locale.ROOT));
        add(lines, postalCode);
      }
      case "FR" -> add(lines, postalCode + " " + city.toUpperCase(Locale.ROOT));
      case "US", "CA", "AU" -> add(lines, city + " " + postalCode);
      default -> add(lines, postalCode + " " + city);
    }
    if (!country.isEmpty() && !country.equals(from)) {
      String named =
          country.matches("[A-Za-z]{2}")
              ? Locale.of("", country).getDisplayCountry(language.locale())
              : country;
      add(lines, named.toUpperCase(language.locale()));
    }
    return List.copyOf(lines);
  }

  /** NEN 5825: four digits, a blank, two letters. */
  private static String dutch(String postalCode) {
    String bare = postalCode.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    return bare.matches("[0-9]{4}[A-Z]{2}")
        ? bare.substring(0, 4) + " " + bare.substring(4)
        : postalCode;
  }

  private static void add(List<String> lines, @Nullable String line) {
    String text = text(line);
    if (!text.isEmpty()) {
      lines.add(text);
    }
  }

  private static String text(@Nullable String value) {
    return OneLine.of(Objects.requireNonNullElse(value, ""));
  }
}
