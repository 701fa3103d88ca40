package org.dunlin.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** EPC262-08, by the identifiers that central banks publish as examples. */
class CreditorIdentifierTest {
  @Test
  void theExampleOfTheBundesbankIsOneHoweverItIsGrouped() {
    assertThat(CreditorIdentifier.hasShape("DE98ZZZ09999999999")).isTrue();
    assertThat(CreditorIdentifier.hasShape("de98 zzz0 9999 9999 99")).isTrue();
  }

  @Test
  void theBusinessCodeIsTheCreditorsOwn() {
    assertThat(CreditorIdentifier.hasShape("DE98ABC09999999999")).isTrue();
  }

  @Test
  void anotherShapeIsNone() {
    assertThat(CreditorIdentifier.hasShape("")).isFalse();
    assertThat(CreditorIdentifier.hasShape("DE98ZZZ")).isFalse();
    assertThat(CreditorIdentifier.hasShape("DE98ZZZ0999-999999")).isFalse();
  }

  @org.junit.jupiter.params.ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "DE98ZZZ09999999999, true", "DE98ABC09999999999, true", "de98 zzz0 9999 9999 99, true",
    "DE97ZZZ09999999999, false", "DE98ZZZ09999999998, false", "FR72ZZZ123456, true"
  })
  void itsCheckDigitsHoldWithoutTheBusinessCode(String text, boolean holds) {
    assertThat(CreditorIdentifier.holds(text)).isEqualTo(holds);
  }
}
