package org.dunlin.sandbox.program.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.dunlin.sandbox.program.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens of Exact Online, which may not be renewed too early or too often. */
class ExactAuthorisationTest {
  private PlayedExact exact;

  @BeforeEach
  void open() throws IOException {
    exact = new PlayedExact();
  }

  @AfterEach
  void close() {
    exact.close();
  }

  @Test
  void aRenewalBeforeNineAndAHalfMinutesIsRefusedAndCostsNothing() {
    JsonNode tokens = exact.consent.tokens();
    assertThat(tokens.path("expires_in").asInt()).isEqualTo(600);
    String refresh = tokens.path("refresh_token").asText();
    exact.clock.pass(Duration.ofSeconds(569));
    HttpResponse<byte[]> early = exact.consent.refresh(refresh);
    assertThat(early.statusCode()).isEqualTo(400);
    assertThat(Caller.json(early).path("error_description").asText())
        .isEqualTo("Rate limit exceeded: access_token not expired");
    exact.clock.pass(Duration.ofSeconds(1));
    assertThat(exact.consent.refresh(refresh).statusCode()).isEqualTo(200);
  }

  @Test
  void anOldRefreshTokenIsRefusedAndEndsTheFamily() {
    String first = exact.consent.tokens().path("refresh_token").asText();
    exact.clock.pass(Duration.ofMinutes(10));
    String second = Caller.json(exact.consent.refresh(first)).path("refresh_token").asText();
    HttpResponse<byte[]> old = exact.consent.refresh(first);
    assertThat(old.statusCode()).isEqualTo(401);
    assertThat(Caller.json(old).path("error").asText()).isEqualTo("unauthorized_client");
    exact.clock.pass(Duration.ofMinutes(10));
    assertThat(exact.consent.refresh(second).statusCode()).isEqualTo(400);
  }

  @Test
  void requestsForTokensAreCountedByTheDay() {
    exact.program.authorisation().rules(exact.program.authorisation().rules().withCallsPerDay(2));
    exact.consent.tokens();
    exact.consent.tokens();
    assertThat(exact.consent.refresh("any").statusCode()).isEqualTo(429);
    exact.clock.pass(Duration.ofDays(1));
    assertThat(exact.consent.tokens().has("access_token")).isTrue();
  }

  @Test
  void theTokenTellsItsDivisionAndOpensNoOther() {
    exact.authorised();
    JsonNode me = Caller.json(exact.app.get("/api/v1/current/Me?$select=CurrentDivision"));
    assertThat(me.at("/d/results/0/CurrentDivision").asInt()).isEqualTo(123456);
    assertThat(exact.app.get("/api/v1/999/crm/Accounts").statusCode()).isEqualTo(403);
    exact.clock.pass(Duration.ofMinutes(10));
    assertThat(exact.app.get(PlayedExact.API + "crm/Accounts").statusCode()).isEqualTo(401);
  }
}
