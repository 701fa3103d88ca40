package org.dunlin.core.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** EPC262-08, by the identifiers that central banks publish as examples. */
class CreditorIdentifierTest {
  @Test
  void theExampleOfTheBundesbankHolds() {
    assertThat(CreditorIdentifier.isValid("DE98ZZZ09999999999")).isTrue();
    assertThat(CreditorIdentifier.isValid("de98 zzz0 9999 9999 99")).isTrue();
  }

  @Test
  void theBusinessCodeIsTheCreditorsOwnAndNotChecked() {
    assertThat(CreditorIdentifier.isValid("DE98ABC09999999999")).isTrue();
  }

  @Test
  void aDigitThatIsWrongIsFound() {
    assertThat(CreditorIdentifier.isValid("DE98ZZZ09999999998")).isFalse();
    assertThat(CreditorIdentifier.isValid("DE89ZZZ09999999999")).isFalse();
    assertThat(CreditorIdentifier.isValid("NL98ZZZ09999999999")).isFalse();
  }

  @Test
  void anotherShapeIsNone() {
    assertThat(CreditorIdentifier.isValid("")).isFalse();
    assertThat(CreditorIdentifier.isValid("DE98ZZZ")).isFalse();
    assertThat(CreditorIdentifier.isValid("DE98ZZZ0999-999999")).isFalse();
  }
}
