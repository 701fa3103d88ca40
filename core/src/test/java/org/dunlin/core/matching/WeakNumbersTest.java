package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeakNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "7",
        "4711",
        "2026",
        "0042",
        "301126",
        "261130",
        "202611",
        "112026",
        "20261130",
        "30112026",
        "2026-11",
        "11/2026",
        "30-11-2026",
        "2026/11/30",
        "2026 0509",
        "12-3"
      })
  void yearsDatesAndShortDigitsAreWeak(String written) {
    assertThat(WeakNumbers.isWeak(written, Text.compact(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "47110",
        "701489",
        "2026-0042",
        "2026-0509",
        "20260042",
        "INV-1",
        "RE7",
        "2026-11-0001",
        "99999999",
        "311126042"
      })
  void whatIsWrittenLikeNoOtherThingIsNot(String written) {
    assertThat(WeakNumbers.isWeak(written, Text.compact(written))).isFalse();
  }
}
