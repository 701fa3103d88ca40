package org.dunlin.core.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A sentence quotes what somebody wrote, and stays a sentence. */
class ShortTextTest {
  @Test
  void whatIsShortStaysAsItIs() {
    assertThat(ShortText.of("x".repeat(60))).isEqualTo("x".repeat(60));
  }

  @Test
  void whatIsLongIsCutAndNoCharacterOfTwoPartsIsCutInTwo() {
    assertThat(ShortText.of("x".repeat(10_000))).isEqualTo("x".repeat(60) + "…");
    assertThat(ShortText.of("x".repeat(59) + "\uD83D\uDE00 and more"))
        .isEqualTo("x".repeat(59) + "…");
  }
}
