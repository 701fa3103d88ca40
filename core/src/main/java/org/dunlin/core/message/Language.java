package org.dunlin.core.message;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** A language in which the hub writes to customers, and which its pages speak. */
public enum Language {
  /** English as in Europe, which writes the day before the month. */
  EN(Locale.UK),
  /** Dutch. */
  NL(Locale.of("nl", "NL")),
  /** German. */
  DE(Locale.GERMANY),
  /** French. */
  FR(Locale.FRANCE);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  /**
   * The language in which a company writes to a customer: the customer's, else the company's, else
   * that of the customer's country, else English. A customer who has a language that is not among
   * these gets English, which is more likely understood than the company's.
   */
  public static Language of(Customer customer, Company company) {
    if (customer.language() != null) {
      return named(customer.language()).orElse(EN);
    }
    String country = customer.address() == null ? null : customer.address().country();
    return named(company.language()).or(() -> spokenIn(country)).orElse(EN);
  }

  /** The language in which a company reads: its own, else that of its country, else English. */
  public static Language of(Company company) {
    return named(company.language()).or(() -> spokenIn(company.country())).orElse(EN);
  }

  /** ISO 639-1, as in the {@code lang} attribute. */
  public String code() {
    return locale.getLanguage();
  }

  /** With the country whose way of writing dates and numbers counts. */
  public Locale locale() {
    return locale;
  }

  /** The language of this ISO 639-1 code, if it is one of these. */
  public static Optional<Language> named(@Nullable String code) {
    return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
  }

  /** Only where a country has one of these languages; of Belgium or Switzerland none is guessed. */
  private static Optional<Language> spokenIn(@Nullable String country) {
    return switch (country) {
      case "NL", "SR" -> Optional.of(NL);
      case "DE", "AT", "LI" -> Optional.of(DE);
      case "FR", "MC" -> Optional.of(FR);
      case null, default -> Optional.empty();
    };
  }
}
