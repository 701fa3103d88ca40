package org.dunlin.work.tell;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What an entry of fees says, in the language of the company: of which provider, on which day. */
final class FeeWords {
  private FeeWords() {}

  /**
   * The sentence, with places for the provider's name and the day.
   *
   * @param language ISO 639-1; English where it is none of the four
   * @param kept whether it was kept, or given back
   */
  static String of(@Nullable String language, boolean kept) {
    return switch (language == null ? "en" : language.toLowerCase(Locale.ROOT)) {
      case "nl" -> kept ? "Kosten van %s op %s" : "Teruggegeven kosten van %s op %s";
      case "de" -> kept ? "Gebühren von %s am %s" : "Erstattete Gebühren von %s am %s";
      case "fr" -> kept ? "Frais de %s du %s" : "Frais restitués par %s le %s";
      default -> kept ? "Fees of %s on %s" : "Fees given back by %s on %s";
    };
  }
}
