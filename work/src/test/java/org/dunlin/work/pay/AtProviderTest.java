package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.message.Language;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;
import org.dunlin.work.hook.HookAnswer;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider is asked for one attempt, under the hub's own id, and for the money back. */
class AtProviderTest {
  private static final UUID ID = UUID.fromString("019abf3e-3a5e-7c11-9d3e-0c5a3f1b2c01");
  private static final String EMPTY =
      """
      {"_embedded": {"payments": [], "refunds": [], "chargebacks": [], "payment_links": []},
       "_links": {}}
      """;
  private static final String OPEN =
      """
      {"resource": "payment", "id": "tr_1", "status": "open", "expiresAt": "2026-11-26T09:15:00+00:00",
       "_links": {"checkout": {"href": "https://www.mollie.com/checkout/select-method/1"}}}
      """;

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub =
      new PullHub(
          new Programs(List::of),
          "mollie",
          vendor,
          (companyId, connectionId, secret) -> Optional.of("https://hub.example/hooks/" + secret),
          stores -> null);
  private final AtProvider provider =
      new AtProvider(hub.hub.stores, hub.process.links, hub.process.ask, StandIns.NONE);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void anAttemptIsBegunUnderItsIdAndThePayerIsLedToTheProvider() {
    connect("live_1");
    vendor.answers(call -> reply(201, OPEN));

    assertThat(begin())
        .isEqualTo(
            new Begun.At(
                "tr_1",
                URI.create("https://www.mollie.com/checkout/select-method/1"),
                Instant.parse("2026-11-26T09:15:00Z")));
    HttpCall asked = vendor.asked.getLast();
    assertThat(asked.headers())
        .containsEntry("idempotency-key", ID.toString())
        .containsEntry("authorization", "Bearer live_1");
    assertThat(body(asked))
        .contains("\"value\":\"1210.00\"", "\"reference\":\"" + ID + "\"", "\"nl_NL\"");
  }

  @Test
  void noticesOfAnAttemptComeToTheConnectionsOwnAddressWithoutAnySubscription() {
    connect("live_1");
    vendor.answers(call -> reply(200, EMPTY));
    hub.drain();
    vendor.answers(call -> reply(201, OPEN));
    begin();

    assertThat(body(vendor.asked.getLast()))
        .contains("\"webhookUrl\":\"https://hub.example/hooks/");
    vendor.asked.clear();
    vendor.answers(call -> reply(200, OPEN));
    assertThat(notice("id=tr_1").status()).isEqualTo(200);
    assertThat(notice("id=tr_1").status()).as("the same again, as at each change").isEqualTo(200);
    hub.drain();
    assertThat(vendor.paths(path -> path.startsWith("GET /v2/payments/tr_1")))
        .as("it is fetched, and nothing that a notice says is believed")
        .isNotEmpty();
  }

  @Test
  void aNoticeOfWhatIsNotOursLeadsToNothing() {
    connect("live_1");
    vendor.answers(call -> reply(200, EMPTY));
    hub.drain();
    vendor.answers(call -> reply(404, "{\"status\": 404, \"detail\": \"No payment exists\"}"));
    vendor.asked.clear();
    assertThat(notice("id=tr_foreign").status()).isEqualTo(200);
    assertThat(notice("id=..%2Fsettlements").status()).isEqualTo(200);
    hub.drain();

    assertThat(vendor.paths(path -> path.contains("tr_foreign"))).hasSize(1);
    assertThat(vendor.paths(path -> path.contains("settlements"))).isEmpty();
    assertThat(hub.bodies("payments")).as("nothing came of it").isEmpty();
  }

  @Test
  void whoIsLiveIsNotLedToAKeyForTests() {
    connect("test_1");
    vendor.answers(call -> reply(201, OPEN));

    assertThat(begin())
        .isInstanceOfSatisfying(
            Begun.Refused.class, no -> assertThat(no.sentence()).contains("no money moves"));
    assertThat(vendor.paths(path -> path.startsWith("POST"))).isEmpty();
    assertThat(provider.isTest("acme", PullHub.SHOP)).isTrue();
  }

  @Test
  void whatTheProviderRefusesIsSaid() {
    connect("live_1");
    vendor.answers(call -> reply(422, "{\"detail\": \"The amount is higher than the maximum\"}"));

    assertThat(begin())
        .isEqualTo(new Begun.Refused("Mollie: The amount is higher than the maximum"));
  }

  @Test
  void anAnswerThatIsLostIsNotKnownAndTheNextTryHasTheSameKey() {
    connect("live_1");
    vendor.answers(
        call -> {
          throw new NoReply("It took too long.", new IOException());
        });
    assertThat(begin()).isInstanceOf(Begun.Unknown.class);
    vendor.answers(call -> reply(201, OPEN));

    assertThat(begin()).isInstanceOf(Begun.At.class);
    assertThat(vendor.asked)
        .extracting(call -> call.headers().get("idempotency-key"))
        .containsExactly(ID.toString(), ID.toString());
  }

  @Test
  void aPayerIsLedNowhereButOverAnEncryptedWay() {
    connect("live_1");
    vendor.answers(
        call -> reply(201, OPEN.replace("https://www.mollie.com", "http://evil.example")));

    assertThat(begin()).isInstanceOf(Begun.Refused.class);
  }

  @Test
  void moneyIsGivenBackInPartAndOnceAtMost() throws NotSent, NoReply {
    connect("live_1");
    vendor.answers(call -> reply(201, "{\"id\": \"re_1\", \"status\": \"pending\"}"));

    assertThat(
            provider.refund("acme", PullHub.SHOP, ID, "tr_1", euros("210.00"), "Credit 2026-0042"))
        .isEqualTo(new Ended.Done("re_1"));
    assertThat(vendor.paths()).containsExactly("POST /v2/payments/tr_1/refunds");
    assertThat(vendor.asked.getFirst().headers()).containsEntry("idempotency-key", ID.toString());
  }

  @Test
  void whatCannotBeEndedIsSaid() {
    connect("live_1");
    vendor.answers(call -> reply(422, "{\"detail\": \"The payment cannot be canceled\"}"));

    assertThat(provider.cancel("acme", PullHub.SHOP, ID, "tr_1"))
        .isEqualTo(new Ended.Refused("Mollie: The payment cannot be canceled"));
  }

  @Test
  void theCompanysProvidersAreThoseWithWhichPayersMayPay() {
    connect("live_1");

    assertThat(provider.providers("acme")).containsExactly(PullHub.SHOP);
    assertThat(provider.offers("acme", PullHub.SHOP))
        .containsExactly(
            Capability.PAY_CHECKOUT,
            Capability.PAY_LINK,
            Capability.PAY_LINK_CANCEL,
            Capability.PAY_REFUND,
            Capability.PAY_CANCEL);
    hub.process.steer.pause("acme", PullHub.SHOP, PullHub.ANNA);
    assertThat(provider.providers("acme")).isEmpty();
  }

  private void connect(String key) {
    hub.connect(Map.of("access", "key", "apiKey", key, "profile", "pfl_QkEhN94Ba"), Map.of());
  }

  private Begun begin() {
    return provider.begin(
        "acme",
        PullHub.SHOP,
        new CheckoutWish(
            ID,
            euros("1210.00"),
            "2026-0042",
            UUID.randomUUID(),
            List.of(new CheckoutWish.Part("2026-0042", euros("1210.00"))),
            URI.create("https://pay.example.com/p/abc"),
            Language.NL,
            null));
  }

  private HookAnswer notice(String body) {
    return hub.process
        .notices
        .take(
            "acme",
            PullHub.SHOP,
            Map.of("Content-Type", List.of("application/x-www-form-urlencoded")),
            body.getBytes(StandardCharsets.UTF_8))
        .orElseThrow();
  }

  private static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }

  private static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
