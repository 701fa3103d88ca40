package org.dunlin.connectors.program.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.reply;

import java.time.Instant;
import java.util.OptionalInt;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Sketch;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What answers mean, by the error table and by HTTP where that is silent. */
class AnswersTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final String REST =
      """
      capabilities: [read.invoices]
      base: https://api.example.test/v1
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: /invoices}
          records: .invoices
          key: .id
          paging: {kind: none}
          mapping: invoices.jslt
      """;
  private static final Program PLAIN = Sketch.program(signIn() + REST);
  private static final Program TABLE =
      Sketch.program(
          """
          limits:
            - {name: minute, requests: 60, per: PT1M}
            - {name: day, requests: 5000, per: P1D, zone: Europe/Amsterdam, remaining: {header: X-Left}}
          errors:
            - {status: 429, header: {X-Problem: day}, then: wait, until: "limit day"}
            - {status: 429, header: {X-Problem: minute}, then: wait, until: "limit minute"}
            - {status: 429, then: wait, seconds: 90}
            - {status: 200, when: ".error", then: refuse, say: ".error.message"}
            - {status: 200, when: ".expired", then: reauthorise, say: ".expired"}
            - {status: [409, 423], then: retry}
            - {status: 5xx, when: ".fatal", then: refuse, say: ".fatal"}
            - {status: 404, when: ".soft", then: ok}
            - {status: 418, then: gone}
          """
              + signIn()
              + REST);

  @Test
  void aHeaderForWhichAPatternWouldLookForEverDoesNotFit() {
    Program table =
        Sketch.program(
            "errors:\n  - {status: 200, header: {X-Long: '.*.*.*.*.*.*.*='}, then: retry}\n"
                + signIn()
                + REST);
    HttpReply reply = reply(200, "{}", "X-Long", "a".repeat(4000));
    assertThat(Answers.of(table, reply, NOW)).isEqualTo(new Verdict.Ok());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299, 304})
  void whatIsGoodIsRead(int status) {
    assertThat(Answers.of(PLAIN, reply(status, ""), NOW)).isEqualTo(new Verdict.Ok());
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 500, 502, 503, 504, 599})
  void whatPassesIsTriedAgain(int status) {
    assertThat(Answers.of(PLAIN, reply(status, ""), NOW))
        .isInstanceOfSatisfying(
            Verdict.Retry.class,
            retry -> {
              assertThat(retry.notBefore()).isNull();
              assertThat(retry.why()).startsWith("Example Books ").contains("" + status);
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 301, 302, 400, 403, 405, 409, 422, 451})
  void allOtherIsRefused(int status) {
    assertThat(Answers.of(PLAIN, reply(status, ""), NOW)).isInstanceOf(Verdict.Refuse.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void whatIsNotThereIsGone(int status) {
    assertThat(Answers.of(PLAIN, reply(status, ""), NOW)).isEqualTo(new Verdict.Gone());
  }

  @Test
  void tooManyRequestsWaitAMinuteOrAsLongAsTheProgramSays() {
    assertThat(Answers.of(PLAIN, reply(429, ""), NOW))
        .isInstanceOfSatisfying(
            Verdict.Wait.class, wait -> assertThat(wait.until()).isEqualTo("2026-11-20T08:01:00Z"));
    assertThat(Answers.of(PLAIN, reply(429, "", "Retry-After", "7"), NOW))
        .isInstanceOfSatisfying(
            Verdict.Wait.class, wait -> assertThat(wait.until()).isEqualTo("2026-11-20T08:00:07Z"));
  }

  @Test
  void aSecondRefusalAfterARefreshNeedsAPerson() {
    Verdict first = Answers.of(PLAIN, reply(401, ""), NOW);
    assertThat(first).isEqualTo(new Verdict.Refresh());
    assertThat(Answers.afterRefresh(PLAIN, first)).isInstanceOf(Verdict.Reauthorise.class);
    assertThat(Answers.afterRefresh(PLAIN, new Verdict.Ok())).isEqualTo(new Verdict.Ok());
  }

  @Test
  void aKeyThatAPersonFilledInIsNotRefreshed() {
    Program keyed =
        Sketch.program(
            """
            settings:
              - {name: key, label: Key, type: secret, required: true}
            authorisation: {kind: bearer, token: "{settings.key}"}
            """
                + REST);
    assertThat(Answers.of(keyed, reply(401, ""), NOW)).isInstanceOf(Verdict.Reauthorise.class);
  }

  @Test
  void theDaysLimitLastsUntilTheProgramsMidnight() {
    assertThat(Answers.of(TABLE, reply(429, "", "X-Problem", "day"), NOW))
        .isInstanceOfSatisfying(
            Verdict.Wait.class,
            wait -> {
              assertThat(wait.until()).isEqualTo("2026-11-20T23:00:00Z");
              assertThat(wait.limit()).isEqualTo("day");
            });
  }

  @Test
  void aShortLimitIsOverAfterItsLength() {
    assertThat(Answers.of(TABLE, reply(429, "", "x-problem", "minute"), NOW))
        .isInstanceOfSatisfying(
            Verdict.Wait.class, wait -> assertThat(wait.until()).isEqualTo("2026-11-20T08:01:00Z"));
  }

  @Test
  void theFirstRuleThatFitsDecides() {
    assertThat(Answers.of(TABLE, reply(429, "", "X-Problem", "other"), NOW))
        .isInstanceOfSatisfying(
            Verdict.Wait.class,
            wait -> {
              assertThat(wait.until()).isEqualTo("2026-11-20T08:01:30Z");
              assertThat(wait.limit()).isNull();
            });
  }

  @Test
  void anErrorInAnAnswerThatSays200IsOne() {
    HttpReply reply = reply(200, "{\"error\":{\"message\":\"Odoo Server\\nError\"}}");
    assertThat(Answers.of(TABLE, reply, NOW))
        .isEqualTo(new Verdict.Refuse("Example Books: Odoo Server Error"));
    assertThat(Answers.of(TABLE, reply(200, "{\"expired\":\"Session expired\"}"), NOW))
        .isEqualTo(new Verdict.Reauthorise("Example Books: Session expired"));
    assertThat(Answers.of(TABLE, reply(200, "{\"error\":null}"), NOW)).isEqualTo(new Verdict.Ok());
  }

  @Test
  void statusesMayBeListsAndClasses() {
    assertThat(Answers.of(TABLE, reply(423, ""), NOW)).isInstanceOf(Verdict.Retry.class);
    assertThat(Answers.of(TABLE, reply(500, "{\"fatal\":\"no\"}"), NOW))
        .isEqualTo(new Verdict.Refuse("Example Books: no"));
    assertThat(Answers.of(TABLE, reply(500, "<html>"), NOW)).isInstanceOf(Verdict.Retry.class);
    assertThat(Answers.of(TABLE, reply(404, "{\"soft\":true}"), NOW)).isEqualTo(new Verdict.Ok());
    assertThat(Answers.of(TABLE, reply(418, ""), NOW)).isEqualTo(new Verdict.Gone());
  }

  @Test
  void whatTheProgramSaysIsPassedOnToPeople() {
    assertThat(Answers.of(PLAIN, reply(400, "{\"Message\":\"Bad filter\"}"), NOW))
        .isEqualTo(
            new Verdict.Refuse(
                "Example Books does not understand the request (HTTP 400): Bad filter"));
  }

  @Test
  void noAnswerIsTriedAgain() {
    assertThat(Answers.without(new NotSent("The line is busy.")))
        .isEqualTo(new Verdict.Retry(null, "The line is busy."));
    assertThat(Answers.without(new NoReply("It fell silent.", new RuntimeException())))
        .isEqualTo(new Verdict.Retry(null, "It fell silent."));
  }

  @Test
  void theProgramsOwnCountIsReadFromItsHeader() {
    assertThat(Answers.remaining("X-Left", reply(200, "", "x-left", " 42 ")))
        .isEqualTo(OptionalInt.of(42));
    assertThat(Answers.remaining("X-Left", reply(200, "", "x-left", "many"))).isEmpty();
    assertThat(Answers.remaining("X-Left", reply(200, ""))).isEmpty();
  }

  private static String signIn() {
    return """
    authorisation:
      kind: oauth2
      grant: client-credentials
      token: https://api.example.test/token
      client: basic
    """;
  }
}
