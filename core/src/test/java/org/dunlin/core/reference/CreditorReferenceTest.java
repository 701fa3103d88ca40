package org.dunlin.core.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditorReferenceTest {
  @ParameterizedTest
  @ValueSource(strings = {"RF18539007547034", "RF18 5390 0754 7034", "rf18539007547034"})
  void aReferenceWithRightCheckDigitsIsValidHoweverItIsGrouped(String reference) {
    assertThat(CreditorReference.isValid(reference)).isTrue();
    assertThat(CreditorReference.normalised(reference)).isEqualTo("RF18539007547034");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "RF",
        "RF18",
        "RF19539007547034",
        "XX18539007547034",
        "RF18-539007547034",
        "RF181234567890123456789012",
        "RF1853900754703É"
      })
  void whatIsNotOfTheShapeOrHasOtherCheckDigitsIsNotValid(String text) {
    assertThat(CreditorReference.isValid(text)).isFalse();
  }

  @Test
  void checkDigitsThatAreOnlyEqualModulo97AreNotValid() {
    int base = 1;
    while (!CreditorReference.of("" + base).startsWith("RF98")) {
      base++;
    }
    assertThat(CreditorReference.isValid("RF98" + base)).isTrue();
    assertThat(CreditorReference.isValid("RF01" + base)).isFalse();
  }

  @Test
  void aBaseGetsItsCheckDigits() {
    assertThat(CreditorReference.of("5390 0754 7034")).isEqualTo("RF18539007547034");
    assertThat(CreditorReference.of("2348236")).isEqualTo("RF332348236");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "2026-0042", "1234567890123456789012", "É1"})
  void aBaseOfAnythingButUpTo21LettersAndDigitsIsRefused(String base) {
    assertThatThrownBy(() -> CreditorReference.of(base))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 21");
  }

  @Property
  void whatIsMadeIsValid(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 21) String base) {
    assertThat(CreditorReference.isValid(CreditorReference.of(base))).isTrue();
  }

  @Property
  void oneWrongDigitIsAlwaysNoticed(
      @ForAll @NumericChars @StringLength(min = 1, max = 21) String base,
      @ForAll @IntRange(min = 2, max = 24) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String right = CreditorReference.of(base);
    Assume.that(place < right.length());
    int digit = (Character.digit(right.charAt(place), 10) + change) % 10;
    String wrong = right.substring(0, place) + digit + right.substring(place + 1);
    assertThat(CreditorReference.isValid(wrong)).isFalse();
  }

  @Property
  void twoNeighboursThatChangedPlacesAreAlwaysNoticed(
      @ForAll @NumericChars @StringLength(min = 2, max = 21) String base,
      @ForAll @IntRange(min = 4, max = 23) int place) {
    String right = CreditorReference.of(base);
    Assume.that(place + 1 < right.length() && right.charAt(place) != right.charAt(place + 1));
    String wrong =
        right.substring(0, place)
            + right.charAt(place + 1)
            + right.charAt(place)
            + right.substring(place + 2);
    assertThat(CreditorReference.isValid(wrong)).isFalse();
  }
}
