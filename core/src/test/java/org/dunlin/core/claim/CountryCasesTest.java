package org.dunlin.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Cases of each country, reckoned from its law apart from the code: {@code nl.txt} and its
 * neighbours, each with the law and its rates at the top. Interest is base x rate x days / 36500,
 * rounded half up.
 */
class CountryCasesTest {
  private static final int AT_LEAST = 25;

  static Stream<String> countries() {
    return CountryCase.COUNTRIES.stream();
  }

  static Stream<CountryCase> cases() {
    return countries().flatMap(country -> read(country).stream());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsReckonedIsWhatTheLawSays(CountryCase each) {
    assertThat(each.reckoned()).as(each.facts()).isEqualTo(each.expected());
  }

  @ParameterizedTest
  @MethodSource("countries")
  void eachCountryHasManyCasesOfItsOwn(String country) {
    assertThat(read(country)).hasSizeGreaterThanOrEqualTo(AT_LEAST).doesNotHaveDuplicates();
  }

  private static List<CountryCase> read(String country) {
    try {
      return CountryCase.of(country);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
