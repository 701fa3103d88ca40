package org.dunlin.connectors.program.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Value;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.api.Test;

/** Credentials in requests, each kind. */
class AuthorisingTest {
  private static final HttpCall CALL =
      new HttpCall(
          "POST",
          URI.create("https://api.example.test/v1/invoices?page=1&q=a%20b"),
          Map.of("accept", "application/json"),
          "{\"a\":\"é\"}".getBytes(StandardCharsets.UTF_8));
  private static final Facts FACTS =
      Facts.NONE
          .with("settings.user", "anna")
          .withSecret("settings.key", "s3cret-key")
          .with("now", Value.of(Instant.parse("2026-11-20T08:00:00Z")));

  @Test
  void withoutAuthorisationTheRequestIsAsItWas() {
    Program open = Books.authorisedBy("{kind: none}");
    assertThat(Authorising.authorised(open, CALL, FACTS)).isEqualTo(CALL);
  }

  @Test
  void aBearerShowsItsKey() {
    Program bearer = Books.authorisedBy("{kind: bearer, token: \"{settings.key}\"}");
    assertThat(shown(bearer)).isEqualTo("Bearer s3cret-key");
  }

  @Test
  void basicIsUserAndPassword() {
    Program basic =
        Books.authorisedBy(
            "{kind: basic, user: \"{settings.user}\", password: \"{settings.key}\"}");
    String both = shown(basic).substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(both), StandardCharsets.UTF_8))
        .isEqualTo("anna:s3cret-key");
  }

  @Test
  void headersOfTheProgramsOwnAreFilled() {
    Program header =
        Books.authorisedBy(
            "{kind: header, headers: {Authorization: \"token {settings.user}:{settings.key}\"}}");
    assertThat(shown(header)).isEqualTo("token anna:s3cret-key");
  }

  @Test
  void oauthShowsTheAccessToken() {
    Program oauth = Books.authorisedBy(Books.OAUTH);
    assertThatThrownBy(() -> Authorising.authorised(oauth, CALL, FACTS))
        .isInstanceOf(NoValue.class)
        .hasMessageContaining("not authorised yet");
    HttpCall call = Authorising.authorised(oauth, CALL, FACTS.withSecret("token", "at-1"));
    assertThat(call.headers()).containsEntry("authorization", "Bearer at-1");
  }

  @Test
  void aSessionShowsWhatItsSignInGave() {
    Program session =
        Books.authorisedBy(
            "{kind: session, request: {method: POST, path: /in}, gives: {sid: .sid},"
                + " cookies: true, headers: {X-Session: \"{session.sid}\"}}");
    HttpCall call =
        Authorising.authorised(
            session,
            CALL,
            FACTS.withSecret("session.sid", "s-1").withSecret("session.cookie", "a=1; b=2"));
    assertThat(call.headers())
        .containsEntry("x-session", "s-1")
        .containsEntry("cookie", "a=1; b=2");
    assertThatThrownBy(() -> Authorising.authorised(session, CALL, FACTS))
        .isInstanceOf(NoValue.class);
  }

  @Test
  void aSignedRequestCarriesAnHmacOfItself() {
    Program signed =
        Books.authorisedBy(
            """
            {kind: signed, algorithm: hmac-sha256, secret: "{settings.key}",
             over: "{timestamp|epoch-seconds}.{method}.{path}.{query}.{body}", encoding: hex,
             headers: {X-Signature: "{signature}", X-Time: "{timestamp|epoch-seconds}"}}
            """);
    HttpCall call = Authorising.authorised(signed, CALL, FACTS);
    assertThat(call.headers().get("x-time")).isEqualTo("1795161600");
    // printf '%s' '1795161600.POST./v1/invoices.page=1&q=a%20b.{"a":"é"}' \
    //   | openssl dgst -sha256 -hmac s3cret-key
    assertThat(call.headers().get("x-signature"))
        .isEqualTo("40828426c27c1f279fa6a4d4ba7c788a74daa9c30c794c51e2fe510144cfc3ca");
  }

  @Test
  void aCredentialWithALineBreakIsRefusedWithoutSayingIt() {
    Program bearer = Books.authorisedBy("{kind: bearer, token: \"{settings.key}\"}");
    Facts broken = Facts.NONE.withSecret("settings.key", "s3cret\r\nX-Evil: 1");
    assertThatThrownBy(() -> Authorising.authorised(bearer, CALL, broken))
        .isInstanceOf(NoValue.class)
        .hasMessageContaining("line break")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void aMissingCredentialIsNamedAndNotSentWithout() {
    Program bearer = Books.authorisedBy("{kind: bearer, token: \"{settings.key}\"}");
    assertThatThrownBy(() -> Authorising.authorised(bearer, CALL, Facts.NONE))
        .isInstanceOf(NoValue.class)
        .hasMessageContaining("{settings.key}");
  }

  @Test
  void noTextTellsASecret() {
    Program bearer = Books.authorisedBy("{kind: bearer, token: \"{settings.key}\"}");
    assertThat(Authorising.authorised(bearer, CALL, FACTS).toString()).doesNotContain("s3cret");
    assertThat(FACTS.toString()).doesNotContain("s3cret");
  }

  private static String shown(Program program) {
    return Authorising.authorised(program, CALL, FACTS)
        .headers()
        .getOrDefault("authorization", "nothing");
  }
}
