package org.dunlin.connectors.program.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.Replies.body;
import static org.dunlin.connectors.program.Replies.reply;

import java.time.Instant;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.api.Test;

/** Programs into which one signs in. */
class SignInTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final Facts FACTS =
      Facts.NONE.with("settings.user", "anna").withSecret("settings.key", "s3cret");
  private static final SignIn SIGN_IN =
      SignIn.of(
          Books.authorisedBy(
              """
              kind: session
              request:
                method: POST
                path: /session
                body: {login: "{settings.user}", password: "{settings.key}"}
              gives: {sid: .result.sid}
              cookies: true
              lasts: PT8H
              """));

  @Test
  void theSignInSendsUserAndPasswordInItsBody() {
    HttpCall call = SIGN_IN.request(FACTS);
    assertThat(call.address()).hasToString("https://api.example.test/v1/session");
    assertThat(body(call)).isEqualTo("{\"login\":\"anna\",\"password\":\"s3cret\"}");
    assertThat(call.toString()).doesNotContain("s3cret");
  }

  @Test
  void aSessionIsWhatTheAnswerGivesAndItsCookies() {
    SignedIn signedIn =
        SIGN_IN.answer(
            reply(
                200,
                "{\"result\":{\"sid\":\"s-1\"}}",
                "Set-Cookie",
                "session_id=abc; Path=/; HttpOnly; Expires=Thu, 26 Nov 2026 10:00:00 GMT",
                "Set-Cookie",
                "lang=nl",
                "Set-Cookie",
                "old=; Max-Age=0",
                "Set-Cookie",
                "gone=x; Max-Age=0"),
            FACTS,
            NOW);
    assertThat(signedIn)
        .isEqualTo(
            new SignedIn.Session(
                Map.of("sid", "s-1", "cookie", "session_id=abc; lang=nl"),
                Instant.parse("2026-11-20T16:00:00Z")));
    assertThat(signedIn.toString()).doesNotContain("s-1").doesNotContain("abc");
  }

  @Test
  void anAnswerWithoutASessionIsARefusal() {
    assertThat(SIGN_IN.answer(reply(200, "{\"result\":false}", "Set-Cookie", "a=1"), FACTS, NOW))
        .isInstanceOfSatisfying(
            SignedIn.Denied.class,
            denied -> assertThat(denied.sentence()).contains("gave no sid").contains("password"));
    assertThat(SIGN_IN.answer(reply(200, "{\"result\":{\"sid\":\"s\"}}"), FACTS, NOW))
        .isInstanceOfSatisfying(
            SignedIn.Denied.class, denied -> assertThat(denied.sentence()).contains("no cookie"));
  }

  @Test
  void aRefusedSignInNeedsAPerson() {
    assertThat(SIGN_IN.answer(reply(401, ""), FACTS, NOW)).isInstanceOf(SignedIn.Denied.class);
    assertThat(SIGN_IN.answer(reply(403, ""), FACTS, NOW)).isInstanceOf(SignedIn.Denied.class);
    assertThat(SIGN_IN.answer(reply(404, ""), FACTS, NOW)).isInstanceOf(SignedIn.Denied.class);
  }

  @Test
  void aProgramThatCannotAnswerNowIsAskedLater() {
    assertThat(SIGN_IN.answer(reply(503, ""), FACTS, NOW)).isInstanceOf(SignedIn.Later.class);
    assertThat(SIGN_IN.answer(reply(429, "", "Retry-After", "9"), FACTS, NOW))
        .isInstanceOfSatisfying(
            SignedIn.Later.class,
            later -> assertThat(later.notBefore()).isEqualTo("2026-11-20T08:00:09Z"));
  }
}
