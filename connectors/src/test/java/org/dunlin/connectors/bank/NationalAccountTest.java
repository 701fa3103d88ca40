package org.dunlin.connectors.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * IBANs of numbers that a country's own rule makes; the examples are those of the IBAN registry.
 */
class NationalAccountTest {
  @Test
  void aBelgianNumberWhoseCheckDigitsHoldIsAnIban() {
    assertThat(Ibans.belgian("539007547034")).isEqualTo("BE68539007547034");
    assertThat(Ibans.belgian("000000009797")).isEqualTo(Ibans.of("BE", "000000009797"));
    assertThat(Ibans.belgian("539007547035")).isNull();
    assertThat(Ibans.belgian("53900754703")).isNull();
    assertThat(Ibans.belgian("53900754703X")).isNull();
  }

  @Test
  void aFrenchNumberHasItsKeyInItsIban() {
    assertThat(Ibans.french("20041010050500013M026")).isEqualTo("FR1420041010050500013M02606");
    assertThat(Ibans.french("300060000112345678901")).isEqualTo("FR7630006000011234567890189");
    assertThat(Ibans.holds(Ibans.french("1234567890ASZJR012345"))).isTrue();
  }
}
