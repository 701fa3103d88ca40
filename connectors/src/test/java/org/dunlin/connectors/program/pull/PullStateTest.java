package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a run stands is kept between pages. */
class PullStateTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00.123456Z");

  @Test
  void whatIsKeptIsWhatWasThere() {
    PullState full =
        new PullState(
            "invoices",
            Purpose.SWEEP,
            NOW,
            NOW.minusSeconds(1),
            "k",
            "b",
            true,
            250,
            "t \"quoted\" €",
            3,
            "h",
            "n",
            "d");
    PullState bare =
        new PullState(
            "invoices", Purpose.POLL, NOW, null, null, null, false, 0, null, 0, null, null, null);
    assertThat(PullState.of(full.json())).isEqualTo(full);
    assertThat(PullState.of(bare.json())).isEqualTo(bare);
    assertThat(bare.json()).doesNotContain("null");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "not json",
        "{}",
        "{\"stream\":\"a\",\"purpose\":\"NONE\",\"started\":\"2026-11-20T08:00:00Z\"}",
        "{\"stream\":\"a\",\"purpose\":\"POLL\",\"started\":\"today\"}"
      })
  void anythingElseIsRefused(String json) {
    assertThatThrownBy(() -> PullState.of(json)).isInstanceOf(IllegalArgumentException.class);
  }
}
