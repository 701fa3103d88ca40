package org.dunlin.routes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.event.EventLog;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.event.SendEvent;
import org.dunlin.work.link.StandIns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a program gets by HTTP, and how it knows that it comes from the hub. */
class EventsOutTest {
  private final WireMockServer program = new WireMockServer(wireMockConfig().dynamicPort());
  private final Rows rows = new Rows();
  private final Stores stores = rows.stores;

  @BeforeEach
  void start() {
    program.start();
  }

  @AfterEach
  void stop() {
    program.stop();
    rows.close();
  }

  @Test
  void anEventArrivesSignedAsStandardWebhooksSayAndItsAnswerIsKept() throws Exception {
    program.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202).withBody("thank you")));
    ChangeEndpoints.Made made = sent(true);

    program.verify(
        1,
        postRequestedFor(urlEqualTo("/events?of=acme"))
            .withHeader("Content-Type", equalTo("application/json")));
    LoggedRequest request = program.findAll(postRequestedFor(anyUrl())).getFirst();
    String signed =
        request.getHeader("webhook-id")
            + "."
            + request.getHeader("webhook-timestamp")
            + "."
            + new String(request.getBody(), UTF_8);
    assertThat(request.getHeader("webhook-signature")).isEqualTo("v1," + hmac(made, signed));
    assertThat(Long.parseLong(request.getHeader("webhook-timestamp")))
        .isCloseTo(Instant.now().getEpochSecond(), within(60L));
    assertThat(new String(request.getBody(), UTF_8))
        .startsWith("{\"type\":\"test\",\"version\":1,");
    EventLog.Line told = told(made);
    assertThat(told.state()).isEqualTo(EffectState.SENT);
    assertThat(told.status()).isEqualTo(202);
    assertThat(String.valueOf(call(told).transcript())).contains("thank you");
  }

  @Test
  void anAddressThatLeadsInsideByItsNameIsNotConnectedTo() throws Exception {
    program.stubFor(any(anyUrl()).willReturn(aResponse()));
    ChangeEndpoints.Made made = sent(false);

    assertThat(program.getAllServeEvents()).isEmpty();
    assertThat(told(made).state()).isEqualTo(EffectState.PENDING);
    assertThat(told(made).reason()).contains("private network");
    assertThat(call(told(made)).outcome()).isEqualTo(OutboundCall.Outcome.NOT_SENT);
  }

  /** Sends a test from a hub that may go inside, or not. */
  private ChangeEndpoints.Made sent(boolean inside) throws Exception {
    ChangeEndpoints changes = new ChangeEndpoints(stores, true);
    String address = "http://localhost:" + program.port() + "/events?of=acme";
    ChangeEndpoints.Made made =
        changes.add(
            "acme",
            new ChangeEndpoints.Said("ERP", address, List.of(EventKind.INVOICE_SETTLED)),
            "anna");
    changes.test("acme", made.id());
    WireSettings settings = WireSettings.usual(inside);
    try (CamelContext camel = new DefaultCamelContext();
        CloseableHttpClient client = ProgramClient.of(settings)) {
      camel.getRegistry().bind(ProgramRoutes.CLIENT, client);
      camel.addRoutes(new ProgramRoutes());
      camel.start();
      deliver(new CamelWire(camel.createProducerTemplate(), settings, StandIns.NONE));
    }
    return made;
  }

  private void deliver(CamelWire wire) {
    SendEvent send = new SendEvent(stores, wire, Clock.systemUTC());
    DeliverEffect deliver =
        new DeliverEffect(
            stores,
            (dispatch, enclosures) -> send.send((Dispatch.Event) dispatch),
            Checkpoint.NONE);
    assertThat(deliver.next()).isTrue();
  }

  private OutboundCall call(EventLog.Line told) {
    return stores.outboundCalls().about("acme", told.effectId(), 10).getFirst();
  }

  private EventLog.Line told(ChangeEndpoints.Made made) {
    return stores.events().log().page("acme", made.id(), null, 10).items().getFirst();
  }

  private static String hmac(ChangeEndpoints.Made made, String text)
      throws GeneralSecurityException {
    byte[] key = Base64.getDecoder().decode(made.secret().substring("whsec_".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }
}
