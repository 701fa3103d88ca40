package org.dunlin.connectors.program.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.reply;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a program asks to be left alone. */
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 2026-11-20T08:00:00Z",
    "30, 2026-11-20T08:00:30Z",
    "1.2, 2026-11-20T08:00:02Z",
    "86400, 2026-11-21T08:00:00Z",
    "999999999, 2026-11-21T08:00:00Z",
    "999999999999, 2026-11-21T08:00:00Z"
  })
  void secondsAreCountedFromNowAndNotLongerThanADay(String header, Instant until) {
    assertThat(RetryAfter.of(reply(429, "", "Retry-After", header), NOW)).contains(until);
  }

  @Test
  void aDateCountsByTheProgramsOwnClock() {
    String date = "Fri, 20 Nov 2026 09:05:00 GMT";
    assertThat(RetryAfter.of(reply(503, "", "Retry-After", date), NOW))
        .contains(Instant.parse("2026-11-20T09:05:00Z"));
    assertThat(
            RetryAfter.of(
                reply(503, "", "Retry-After", date, "Date", "Fri, 20 Nov 2026 09:00:00 GMT"), NOW))
        .as("its clock is an hour ahead, and it asks for five minutes")
        .contains(Instant.parse("2026-11-20T08:05:00Z"));
  }

  @Test
  void someWriteTheMomentInSecondsSince1970() {
    assertThat(RetryAfter.of(reply(429, "", "Retry-After", "1795161900"), NOW))
        .contains(Instant.parse("2026-11-20T08:05:00Z"));
    assertThat(RetryAfter.of(reply(429, "", "Retry-After", "1795161000"), NOW)).contains(NOW);
  }

  @Test
  void aDateThatIsOverIsNow() {
    String date = "Fri, 20 Nov 2026 07:00:00 GMT";
    assertThat(RetryAfter.of(reply(503, "", "Retry-After", date), NOW)).contains(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-5", "1e9", "2026-11-20T09:00:00Z"})
  void anythingElseSaysNothing(String header) {
    assertThat(RetryAfter.of(reply(429, "", "Retry-After", header), NOW)).isEmpty();
  }
}
