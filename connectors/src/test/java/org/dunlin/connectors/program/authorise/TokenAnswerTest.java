package org.dunlin.connectors.program.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.ok;
import static org.dunlin.connectors.program.Replies.reply;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.core.port.HttpReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What token endpoints answer, also in odd ways. */
class TokenAnswerTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final OAuth OAUTH = OAuth.of(Books.authorisedBy(Books.OAUTH));

  @Test
  void aGrantHasBothTokensAndTheirEnds() {
    TokenAnswer.Granted granted =
        granted(
            "{\"access_token\":\"at\",\"refresh_token\":\"rt-2\",\"expires_in\":1800,"
                + "\"token_type\":\"Bearer\"}");
    assertThat(granted.access()).isEqualTo("at");
    assertThat(granted.refresh()).isEqualTo("rt-2");
    assertThat(granted.expires()).isEqualTo("2026-11-20T08:30:00Z");
    assertThat(granted.renewFrom()).isEqualTo("2026-11-20T08:28:00Z");
    assertThat(granted.refreshExpires()).isEqualTo("2027-01-19T08:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"600\"", "600", "600.0", "\" 600 \""})
  void theLifeOfATokenMayBeText(String life) {
    TokenAnswer.Granted granted = granted("{\"access_token\":\"at\",\"expires_in\":" + life + "}");
    assertThat(granted.expires()).isEqualTo("2026-11-20T08:10:00Z");
  }

  @Test
  void aTokenIsNotRenewedSoonerThanTheProgramPermits() {
    assertThat(granted("{\"access_token\":\"at\",\"expires_in\":600}").renewFrom())
        .as("two minutes before its end would be too early for the program")
        .isEqualTo("2026-11-20T08:09:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "null", "\"soon\"", "{}"})
  void aLifeThatIsNoneIsNotKnown(String life) {
    TokenAnswer.Granted granted = granted("{\"access_token\":\"at\",\"expires_in\":" + life + "}");
    assertThat(granted.expires()).isNull();
    assertThat(granted.renewFrom()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",\"refresh_token\":null", ",\"refresh_token\":\"\""})
  void withoutANewRefreshTokenTheOldOneStaysGood(String none) {
    assertThat(granted("{\"access_token\":\"at\"" + none + "}").refresh()).isEqualTo("rt-1");
  }

  @Test
  void clientCredentialsHaveNoRefreshToken() {
    TokenAnswer answer = OAUTH.answer(ok("{\"access_token\":\"at\",\"expires_in\":60}"), null, NOW);
    assertThat(answer)
        .isInstanceOfSatisfying(
            TokenAnswer.Granted.class,
            granted -> {
              assertThat(granted.refresh()).isNull();
              assertThat(granted.refreshExpires()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refresh_token_expires_in", "x_refresh_token_expires_in", "refresh_expires_in"})
  void theAnswersOwnWordOnTheRefreshTokenCounts(String name) {
    TokenAnswer.Granted granted = granted("{\"access_token\":\"at\",\"" + name + "\":8726400}");
    assertThat(granted.refreshExpires()).isEqualTo(NOW.plus(Duration.ofDays(101)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "400 | {\"error\":\"invalid_grant\"}",
        "401 | {\"error\":\"invalid_grant\",\"error_description\":\"Token expired\"}",
        "200 | {\"error\":\"invalid_grant\"}",
        "400 | {\"message\":\"invalid_grant: token was used\"}",
        "400 | invalid_grant"
      })
  void aGrantThatIsNoLongerGoodIsRecognised(int status, String body) {
    assertThat(OAUTH.answer(reply(status, body), "rt-1", NOW))
        .isInstanceOfSatisfying(
            TokenAnswer.Denied.class,
            denied -> {
              assertThat(denied.invalidGrant()).isTrue();
              assertThat(denied.sentence()).startsWith("Example Books gave no access token");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "401 | {\"error\":\"invalid_client\"}",
        "400 | {\"message\":\"no such app\"}",
        "200 | {\"error\":\"unauthorized_client\"}",
        "400 | {\"error\":\"invalid_request\",\"error_description\":\"no invalid_grant here\"}"
      })
  void otherRefusalsAreNotTheGrants(int status, String body) {
    assertThat(OAUTH.answer(reply(status, body), "rt-1", NOW))
        .isInstanceOfSatisfying(
            TokenAnswer.Denied.class, denied -> assertThat(denied.invalidGrant()).isFalse());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | {}",
        "500 | {\"error\":\"server_error\"}",
        "503 | <html>",
        "302 | ''",
        "400 | <html>Bad gateway of somebody</html>",
        "403 | <html>Forbidden</html>",
        "403 | {\"message\":\"Forbidden\"}",
        "404 | {\"error\":\"Not Found\"}",
        "200 | <html>We are back soon</html>",
        "200 | {}",
        "200 | ''",
        "400 | {\"error\":\"temporarily_unavailable\"}"
      })
  void whatPassesSaysNothingOfTheGrant(int status, String body) {
    HttpReply reply = reply(status, body, "Retry-After", "30");
    assertThat(OAUTH.answer(reply, "rt-1", NOW))
        .isInstanceOfSatisfying(
            TokenAnswer.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo("2026-11-20T08:00:30Z"));
  }

  @Test
  void theErrorTableKnowsWhatAnEndpointMeans() {
    assertThat(OAUTH.answer(reply(400, "{\"reason\":\"early\"}"), "rt-1", NOW))
        .isInstanceOfSatisfying(
            TokenAnswer.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo("2026-11-20T08:05:00Z"));
  }

  @Test
  void noTextTellsAToken() {
    assertThat(granted("{\"access_token\":\"s3cret\",\"refresh_token\":\"s3cret\"}").toString())
        .doesNotContain("s3cret");
    String echoed =
        "{\"error\":\"invalid_grant\",\"error_description\":\"bad rt_0123456789abcdefghijkl\"}";
    assertThat(((TokenAnswer.Denied) OAUTH.answer(reply(400, echoed), "rt-1", NOW)).sentence())
        .contains("bad …")
        .doesNotContain("rt_0123");
  }

  private static TokenAnswer.Granted granted(String body) {
    return (TokenAnswer.Granted) OAUTH.answer(ok(body), "rt-1", NOW);
  }
}
