package org.dunlin.connectors.program.authorise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.program.Replies.body;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.NoValue;
import org.dunlin.connectors.program.Replies;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.api.Test;

/** The way of OAuth 2 to a token. */
class OAuthTest {
  private static final String REDIRECT = "https://hub.example.test/back?a=1";
  private static final OAuth OAUTH = OAuth.of(Books.authorisedBy(Books.OAUTH));
  private static final Facts APP =
      Facts.NONE
          .with("settings.clientId", "app:1")
          .withSecret("settings.clientSecret", "s3cret/+ä");

  @Test
  void thePersonIsSentWithAllThatTheProgramMustKnow() {
    assertThat(OAUTH.address(APP, REDIRECT, "st-1", null))
        .hasToString(
            "https://login.example.test/authorize?response_type=code&client_id=app%3A1"
                + "&redirect_uri=https%3A%2F%2Fhub.example.test%2Fback%3Fa%3D1"
                + "&scope=invoices.read%20offline_access&state=st-1&access_type=offline");
  }

  @Test
  void theChallengeIsTheOneOfRfc7636AppendixB() {
    assertThat(OAUTH.pkce()).isTrue();
    assertThat(
            OAUTH
                .address(APP, REDIRECT, "st-1", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
                .getQuery())
        .contains("code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
        .contains("code_challenge_method=S256")
        .doesNotContain("dBjftJeZ4CVP");
  }

  @Test
  void aCodeIsExchangedWithTheAppsCredentialsInTheHeader() {
    HttpCall call = OAUTH.exchange(APP, "c/1", REDIRECT, "verifier");
    assertThat(call.method()).isEqualTo("POST");
    assertThat(call.address()).hasToString("https://login.example.test/token");
    assertThat(call.headers())
        .containsEntry("content-type", "application/x-www-form-urlencoded")
        .containsEntry("accept", "application/json");
    assertThat(body(call))
        .isEqualTo(
            "grant_type=authorization_code&code=c%2F1"
                + "&redirect_uri=https%3A%2F%2Fhub.example.test%2Fback%3Fa%3D1"
                + "&code_verifier=verifier");
    String both = call.headers().getOrDefault("authorization", "").substring("Basic ".length());
    assertThat(new String(Base64.getDecoder().decode(both), StandardCharsets.UTF_8))
        .as("RFC 6749, 2.3.1: each is encoded first")
        .isEqualTo("app%3A1:s3cret%2F%2B%C3%A4");
  }

  @Test
  void someWantTheAppsCredentialsInTheBody() {
    OAuth inBody =
        OAuth.of(Books.authorisedBy(Books.OAUTH.replace("client: basic", "client: body")));
    HttpCall call = inBody.refresh(APP, "rt-1");
    assertThat(call.headers()).doesNotContainKey("authorization");
    assertThat(body(call))
        .isEqualTo(
            "grant_type=refresh_token&refresh_token=rt-1&client_id=app%3A1"
                + "&client_secret=s3cret%2F%2B%C3%A4");
    assertThat(call.toString()).doesNotContain("s3cret").doesNotContain("rt-1");
  }

  @Test
  void anAppWithoutASecretSaysWhoItIs() {
    Facts open = Facts.NONE.with("settings.clientId", "app");
    HttpCall call = OAUTH.refresh(open, "rt-1");
    assertThat(call.headers()).doesNotContainKey("authorization");
    assertThat(body(call)).endsWith("&client_id=app");
  }

  @Test
  void anAppWithoutAnIdCannotAsk() {
    assertThatThrownBy(() -> OAUTH.refresh(Facts.NONE, "rt-1"))
        .isInstanceOf(NoValue.class)
        .hasMessageContaining("clientId");
  }

  @Test
  void theAppsOwnCredentialsMayBeEnough() {
    OAuth own =
        OAuth.of(
            Books.authorisedBy(
                """
                kind: oauth2
                grant: client-credentials
                token: https://login.example.test/token
                client: basic
                scopes: [read]
                """));
    assertThat(own.needsPerson()).isFalse();
    assertThat(body(own.clientCredentials(APP)))
        .isEqualTo("grant_type=client_credentials&scope=read");
    assertThatThrownBy(() -> own.address(APP, REDIRECT, "st-1", null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theWayBackMayFillSettingsIn() {
    assertThat(OAUTH.returned(Map.of("code", "c", "tenantId", "t-1")))
        .isEqualTo(Map.of("tenant", "t-1"));
    assertThat(OAUTH.returned(Map.of("code", "c"))).isEmpty();
  }

  @Test
  void aRequestAfterTheExchangeOffersWhatASettingMayBe() {
    assertThat(OAUTH.identifies()).contains("tenant");
    assertThat(OAUTH.identify(APP).orElseThrow().address())
        .hasToString("https://api.example.test/v1/tenants");
    assertThat(
            OAUTH.choices(
                Replies.ok("[{\"id\":\"t-1\",\"name\":\"Acme\"},{\"id\":\"t-2\"}]"), Facts.NONE))
        .containsExactly(new Choice("t-1", "Acme"), new Choice("t-2", "t-2"));
  }

  @Test
  void otherKindsHaveNoOAuth() {
    var open = Books.authorisedBy("{kind: none}");
    assertThatThrownBy(() -> OAuth.of(open)).isInstanceOf(IllegalArgumentException.class);
  }
}
