package org.dunlin.connectors.program.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dunlin.connectors.program.Limit;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.core.port.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits of a manifest for those who count. */
class LimitsTest {
  private static final Program PROGRAM =
      Sketch.program(
          """
          capabilities: [read.invoices]
          base: https://api.example.test/v1
          authorisation: {kind: none}
          limits:
            - {name: minute, requests: 60, per: PT1M}
            - {name: hour, requests: 1000, per: PT1H}
            - {name: day, requests: 5000, per: P1D, keep: 500, zone: UTC, remaining: {header: X-Left}}
            - {name: at once, concurrent: 5}
            - {name: app at once, concurrent: 3, of: app}
            - {name: app minute, requests: 10000, per: PT1M, of: app}
          streams:
            invoices:
              gives: [read.invoices]
              every: PT15M
              request: {path: /invoices}
              records: .invoices
              key: .id
              paging: {kind: none}
              mapping: invoices.jslt
          """);

  @Test
  void shortWindowsAndPlacesBelongToTheLine() {
    assertThat(Limits.line(PROGRAM, "acme", "xero-1"))
        .isEqualTo(
            new Line(
                "acme",
                "xero-1",
                PROGRAM.name(),
                3,
                List.of(
                    new Line.Window("minute", 60, Duration.ofMinutes(1)),
                    new Line.Window("app minute", 10000, Duration.ofMinutes(1)))));
  }

  @Test
  void windowsOfAnHourOrMoreAreCountedInTheDatabase() {
    assertThat(Limits.longWindows(PROGRAM))
        .extracting(LongWindow::name)
        .containsExactly("hour", "day");
    assertThat(Limits.longWindows(PROGRAM).get(1))
        .isEqualTo(
            new LongWindow(
                "day", 5000, 500, Duration.ofDays(1), ZoneId.of("UTC"), Limit.Of.TENANT, "X-Left"));
  }

  @Test
  void whatIsKeptBackIsNotLeftForPolls() {
    LongWindow day = Limits.longWindows(PROGRAM).get(1);
    assertThat(day.left(0)).isEqualTo(4500);
    assertThat(day.left(4499)).isEqualTo(1);
    assertThat(day.left(4600)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "P1D, UTC, 2026-11-20T08:00:00Z, 2026-11-20T00:00:00Z, 2026-11-21T00:00:00Z",
    "P1D, Europe/Amsterdam, 2026-11-20T23:30:00Z, 2026-11-20T23:00:00Z, 2026-11-21T23:00:00Z",
    "P1D, Europe/Amsterdam, 2026-10-25T08:00:00Z, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z",
    "PT1H, UTC, 2026-11-20T08:59:59Z, 2026-11-20T08:00:00Z, 2026-11-20T09:00:00Z",
    "PT6H, UTC, 2026-11-20T08:00:00Z, 2026-11-20T06:00:00Z, 2026-11-20T12:00:00Z"
  })
  void windowsFollowOnOneAnother(String per, String zone, Instant now, Instant begin, Instant end) {
    LongWindow window =
        new LongWindow("w", 1, 0, length(per), ZoneId.of(zone), Limit.Of.TENANT, null);
    assertThat(window.begin(now)).isEqualTo(begin);
    assertThat(window.end(now)).isEqualTo(end);
    assertThat(window.begin(end)).isEqualTo(end);
    assertThat(window.end(begin)).isEqualTo(end);
  }

  @Test
  void severalDaysAreOneWindow() {
    LongWindow week =
        new LongWindow("w", 1, 0, Duration.ofDays(7), ZoneOffset.UTC, Limit.Of.TENANT, null);
    Instant now = Instant.parse("2026-11-20T08:00:00Z");
    assertThat(Duration.between(week.begin(now), week.end(now))).isEqualTo(Duration.ofDays(7));
    assertThat(week.begin(now)).isBeforeOrEqualTo(now);
    assertThat(week.begin(week.end(now))).isEqualTo(week.end(now));
  }

  private static Duration length(String text) {
    return Duration.parse(text);
  }
}
