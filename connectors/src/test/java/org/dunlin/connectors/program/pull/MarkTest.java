package org.dunlin.connectors.program.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions and cursors: instants, dates and whole numbers. */
class MarkTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-01T09:00:00Z, 2026-11-01T09:00:00Z",
    "2026-11-01T09:00:00.123456Z, 2026-11-01T09:00:00.123456Z",
    "2026-11-01T10:00:00+01:00, 2026-11-01T09:00:00Z",
    "2015-10-05T14:42:19-0700, 2015-10-05T21:42:19Z",
    "2026-11-01 09:00:00.5, 2026-11-01T09:00:00.500",
    "2026-11-01T09:00, 2026-11-01T09:00",
    "2026-11-01, 2026-11-01",
    "000123, 123",
    "123456789012345678901234567890, 123456789012345678901234567890"
  })
  void isReadFromWhatProgramsWrite(String written, String kept) {
    assertThat(Mark.of(written).orElseThrow().text()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "yesterday", "/Date(1439434356790)/", "1.5", "2026-13-01", "2026-11-1"})
  void isNothingElse(String text) {
    assertThat(Mark.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-01T09:00:00Z, 2026-11-01T09:00:00.001Z",
    "2026-11-01T10:30:00+02:00, 2026-11-01T09:00:00Z",
    "2026-11-01, 2026-11-01T00:00:01Z",
    "2026-11-01, 2026-11-02",
    "9, 10",
    "999999999999, 2026-11-01"
  })
  void theHigherOneIsNewer(String older, String newer) {
    Mark one = Mark.of(older).orElseThrow();
    Mark other = Mark.of(newer).orElseThrow();
    assertThat(one).isLessThan(other);
    assertThat(one.max(other)).isEqualTo(other);
    assertThat(new Seen("a", newer).isNewerThan(older)).isTrue();
    assertThat(new Seen("a", older).isNewerThan(newer)).isFalse();
  }

  @Test
  void anOverlapOfMinutesReachesIntoTheDayBefore() {
    Mark day = Mark.of("2026-11-01").orElseThrow();
    assertThat(day.less(Duration.ofMinutes(5)).text()).isEqualTo("2026-10-31");
    assertThat(day.less(Duration.ZERO).text()).isEqualTo("2026-11-01");
    assertThat(Mark.of("7").orElseThrow().less(Duration.ofMinutes(5)).text()).isEqualTo("7");
  }

  @Test
  void itIsHeldBetweenMoments() {
    Instant noon = Instant.parse("2026-11-01T12:00:00Z");
    assertThat(Mark.of("2026-11-02").orElseThrow().notAfter(noon).text()).isEqualTo("2026-11-01");
    assertThat(Mark.of("2026-10-31T00:00:00Z").orElseThrow().notBefore(noon).text())
        .isEqualTo("2026-11-01T12:00:00Z");
    assertThat(Mark.of("7").orElseThrow().notAfter(noon).text()).isEqualTo("7");
  }

  @Test
  void anAbsentVersionIsNotNewer() {
    assertThat(new Seen("a", null).isNewerThan("1")).isFalse();
    assertThat(new Seen("a", "1").isNewerThan(null)).isFalse();
  }
}
