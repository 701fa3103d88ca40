package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which language a company writes to a customer. */
class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "de, nl, FR, DE",
    "es, nl, FR, EN",
    ", nl, FR, NL",
    ", , FR, FR",
    ", , AT, DE",
    ", , NL, NL",
    ", pl, DE, DE",
    ", , BE, EN",
    ", , CH, EN",
    ", , , EN",
  })
  void theCustomersCountsElseTheCompanysElseTheCountrysElseEnglish(
      @Nullable String customer,
      @Nullable String company,
      @Nullable String country,
      Language expected) {
    assertThat(Language.of(customer(customer, country), company(company))).isEqualTo(expected);
  }

  private static Customer customer(@Nullable String language, @Nullable String country) {
    Address address = country == null ? null : new Address(null, null, null, country);
    return new Customer(
        "c", null, "C", null, null, address, language, null, null, List.of(), null, List.of(), null,
        null, null);
  }

  private static Company company(@Nullable String language) {
    return new Company(
        "acme",
        "Acme",
        "NL",
        ZoneId.of("Europe/Amsterdam"),
        language,
        CurrencyUnit.EUR,
        List.of(),
        null,
        null,
        null,
        Map.of(),
        null,
        null);
  }
}
