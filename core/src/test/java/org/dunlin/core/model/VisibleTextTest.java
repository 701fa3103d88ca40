package org.dunlin.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
  @ParameterizedTest
  @ValueSource(
      ints = {0xAD, 0x61C, 0x200B, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0xFEFF})
  void marksThatNobodySeesAreLeftOut(int mark) {
    String character = Character.toString(mark);

    assertThat(VisibleText.of("2026" + character + "-00" + character + character + "42"))
        .isEqualTo("2026-0042");
    assertThat(VisibleText.of(character)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Zonnebloem & Zn. \u20AC", "\u0645\u06CC\u200C\u062E", "\uD83E\uDD86 a\tb"})
  void whatIsSeenOrNeededByAScriptStays(String text) {
    assertThat(VisibleText.of(text)).isSameAs(text);
  }

  @Test
  void whatLooksTheSameIsTheSameAfterwards() {
    assertThat(VisibleText.of("\u2068Acme\u2069")).isEqualTo(VisibleText.of("Ac\u00ADme"));
  }
}
