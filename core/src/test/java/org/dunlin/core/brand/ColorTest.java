package org.dunlin.core.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be read on a colour. */
class ColorTest {
  @ParameterizedTest
  @CsvSource({"#1F4E79, #ffffff", "#ffcc00, #000000", "#777777, #000000", "#757575, #ffffff"})
  void textIsWhiteOrBlackWhicheverIsReadBetter(String color, String text) {
    assertThat(Color.of(color).textOn().hex()).isEqualTo(text);
  }

  @Test
  void contrastIsThatOfWcag() {
    assertThat(Color.BLACK.contrastTo(Color.WHITE)).isEqualTo(21.0, within(0.001));
    assertThat(Color.of("#777777").contrastTo(Color.WHITE)).isEqualTo(4.48, within(0.01));
  }

  @Property
  void everyColourCarriesReadableText(@ForAll @IntRange(max = 0xFFFFFF) int rgb) {
    Color color = Color.of(String.format("#%06x", rgb));

    assertThat(color.contrastTo(color.textOn())).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"red", "#fff", "#12345g", "#1234567", "", "#123456;background:url(x)"})
  void whatIsNoColourIsRefused(String text) {
    assertThatThrownBy(() -> Color.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
