package org.dunlin.sandbox.program.xero;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Consent;
import org.dunlin.sandbox.program.Happening;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way to a token of Xero, and what becomes of it. */
class XeroAuthorisationTest {
  private static final String INVOICES = PlayedXero.API + "/Invoices";

  private PlayedXero xero;

  @BeforeEach
  void open() throws IOException {
    xero = new PlayedXero();
  }

  @AfterEach
  void close() {
    xero.close();
  }

  @Test
  void thePageAsksAPersonAndHoldsNoScript() {
    HttpResponse<byte[]> page = xero.consent.page();
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Caller.text(page))
        .contains("Voorbeeld B.V.", "Allow access", "value=\"st te&amp;1\"")
        .doesNotContain("<script");
    assertThat(Caller.header(page, "Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void consentBringsACodeAndTheStateBack() {
    assertThat(xero.consent.decide("allow")).containsKey("code").containsEntry("state", "st te&1");
    assertThat(xero.consent.decide("deny"))
        .containsEntry("error", "access_denied")
        .doesNotContainKey("code");
  }

  @Test
  void aCodeIsGoodOnceAndForThreeMinutes() {
    String code = String.valueOf(xero.consent.decide("allow").get("code"));
    assertThat(xero.consent.exchange(code, Consent.VERIFIER).statusCode()).isEqualTo(200);
    assertThat(xero.consent.exchange(code, Consent.VERIFIER).statusCode()).isEqualTo(400);
    String late = String.valueOf(xero.consent.decide("allow").get("code"));
    xero.clock.pass(Duration.ofMinutes(4));
    assertThat(xero.consent.exchange(late, Consent.VERIFIER).statusCode()).isEqualTo(400);
  }

  @Test
  void whoDoesNotKnowTheVerifierGetsNoToken() {
    String code = String.valueOf(xero.consent.decide("allow").get("code"));
    HttpResponse<byte[]> refused = xero.consent.exchange(code, "w".repeat(43));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(Caller.json(refused).path("error").asText()).isEqualTo("invalid_grant");
  }

  @Test
  void aWrongAppIsRefused() {
    HttpResponse<byte[]> refused =
        xero.app.form(
            XeroProgram.TOKEN,
            Map.of("grant_type", "refresh_token", "client_id", "other", "client_secret", "x"));
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(Caller.json(refused).path("error").asText()).isEqualTo("invalid_client");
  }

  @Test
  void theTokenOpensTheConnectionsAndTheirTenant() {
    xero.authorised();
    JsonNode connections = Caller.json(xero.app.get("/connections"));
    assertThat(connections.path(0).path("tenantId").asText())
        .isEqualTo(PlayedXero.COMPANY.tenant().toString());
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(200);
    assertThat(xero.app.without("xero-tenant-id").get(INVOICES).statusCode()).isEqualTo(403);
    assertThat(xero.app.without("Authorization").get(INVOICES).statusCode()).isEqualTo(401);
  }

  @Test
  void whoeverDoesNotAskForJsonGetsXml() {
    xero.authorised().app.without("Accept");
    assertThat(Caller.header(xero.app.get(INVOICES), "Content-Type")).startsWith("text/xml");
  }

  @Test
  void anAccessTokenEndsAfterHalfAnHourOrSooner() {
    xero.authorised();
    xero.clock.pass(Duration.ofMinutes(31));
    HttpResponse<byte[]> expired = xero.app.get(INVOICES);
    assertThat(expired.statusCode()).isEqualTo(401);
    assertThat(Caller.json(expired).path("Detail").asText()).startsWith("TokenExpired");
    xero.program.authorisation().accessLasts(Duration.ofSeconds(5));
    xero.authorised();
    xero.clock.pass(Duration.ofSeconds(6));
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(401);
  }

  @Test
  void aRefreshTokenIsGoodOnceAndTheNextOneTakesItsPlace() {
    JsonNode first = xero.consent.tokens();
    JsonNode second = Caller.json(xero.consent.refresh(first.path("refresh_token").asText()));
    assertThat(second.path("refresh_token").asText())
        .isNotEmpty()
        .isNotEqualTo(first.path("refresh_token").asText());
    assertThat(second.path("access_token").asText())
        .isNotEqualTo(first.path("access_token").asText());
    HttpResponse<byte[]> third = xero.consent.refresh(second.path("refresh_token").asText());
    assertThat(third.statusCode()).isEqualTo(200);
  }

  @Test
  void aRefreshTokenThatIsUsedAgainEndsTheWholeFamily() {
    JsonNode first = xero.consent.tokens();
    JsonNode second = Caller.json(xero.consent.refresh(first.path("refresh_token").asText()));
    HttpResponse<byte[]> again = xero.consent.refresh(first.path("refresh_token").asText());
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(Caller.json(again).path("error").asText()).isEqualTo("invalid_grant");
    xero.app.header("Authorization", "Bearer " + second.path("access_token").asText());
    assertThat(xero.app.get("/connections").statusCode()).isEqualTo(401);
    assertThat(xero.consent.refresh(second.path("refresh_token").asText()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void anAnswerWithTokensMayBeLostOnItsWay() {
    String first = xero.consent.tokens().path("refresh_token").asText();
    xero.program.trouble().nextForTokens(1, Happening.FAILS_AFTER_WRITE);
    assertThat(xero.consent.refresh(first).statusCode()).isEqualTo(500);
    assertThat(xero.consent.refresh(first).statusCode()).isEqualTo(400);
    String other = xero.consent.tokens().path("refresh_token").asText();
    xero.program.trouble().nextForTokens(1, Happening.UNAVAILABLE);
    assertThat(xero.consent.refresh(other).statusCode()).isEqualTo(503);
    assertThat(xero.consent.refresh(other).statusCode()).isEqualTo(200);
  }

  @Test
  void withoutOfflineAccessThereIsNoRefreshToken() {
    Consent online =
        new Consent(xero.app, XeroProgram.AUTHORISE, XeroProgram.TOKEN, "accounting.contacts");
    assertThat(online.tokens().has("refresh_token")).isFalse();
  }

  @Test
  void whatWasConsentedToCanBeTakenBack() {
    xero.authorised();
    xero.program.authorisation().revoke();
    assertThat(xero.app.get("/connections").statusCode()).isEqualTo(401);
  }

  @Test
  void anAppThatDisconnectsSeesNoTenantAnyMore() {
    xero.authorised();
    String id = Caller.json(xero.app.get("/connections")).path(0).path("id").asText();
    assertThat(xero.app.send("DELETE", "/connections/" + id, null, "").statusCode()).isEqualTo(204);
    assertThat(Caller.json(xero.app.get("/connections"))).isEmpty();
    assertThat(xero.app.get(INVOICES).statusCode()).isEqualTo(403);
  }
}
