package org.dunlin.sandbox.program.mollie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Happening;
import org.dunlin.sandbox.program.Receiver.Notice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the played Mollie does with payments, and whom it tells. */
class MollieProgramTest {
  private PlayedMollie mollie;

  @BeforeEach
  void open() throws IOException {
    mollie = new PlayedMollie();
  }

  @AfterEach
  void close() {
    mollie.close();
  }

  @Test
  void aPaymentIsPaidOnTheHostedPageAndThePayerIsSentBack() {
    JsonNode payment = mollie.ordered("121.00");
    assertThat(payment.path("status").asText()).isEqualTo("open");
    assertThat(payment.at("/metadata/checkout").asText()).isEqualTo("0198");
    String page = Caller.text(mollie.payer.get(payment.at("/_links/checkout/href").asText()));
    assertThat(page).contains("EUR 121.00", "iDEAL", "Bancontact", "Card", "Invoice 2026-0001");

    HttpResponse<byte[]> back = mollie.press(payment, "pay", "ideal");
    assertThat(back.statusCode()).isEqualTo(302);
    assertThat(Caller.header(back, "Location")).isEqualTo("https://hub.example/p/back");
    JsonNode paid = read(payment);
    assertThat(paid.path("status").asText()).isEqualTo("paid");
    assertThat(paid.path("method").asText()).isEqualTo("ideal");
    assertThat(paid.at("/details/consumerAccount").asText()).isEqualTo("NL55INGB0000000000");
    assertThat(paid.at("/_links/checkout").isMissingNode()).isTrue();
  }

  @Test
  void aNoticeIsAFormWithTheIdAndNothingElse() {
    JsonNode payment = mollie.paid("10.00");
    assertThat(mollie.shop.notices())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.body()).isEqualTo("id=" + payment.path("id").asText());
              assertThat(notice.headers())
                  .containsEntry("content-type", "application/x-www-form-urlencoded");
            });
  }

  @Test
  void whatFailsIsGivenUpOrExpiresIsToldToo() {
    JsonNode failed = mollie.ordered("1.00");
    JsonNode cancelled = mollie.ordered("2.00");
    JsonNode expired = mollie.ordered("3.00");
    mollie.press(failed, "fail", "");
    assertThat(Caller.header(mollie.press(cancelled, "cancel", ""), "Location"))
        .isEqualTo("https://hub.example/p/cancel");
    mollie.clock.pass(Duration.ofMinutes(16));
    assertThat(read(expired).path("status").asText()).isEqualTo("expired");
    assertThat(read(failed).path("status").asText()).isEqualTo("failed");
    assertThat(read(cancelled).path("status").asText()).isEqualTo("canceled");
    mollie.press(expired, "pay", "ideal");
    assertThat(read(expired).path("status").asText()).isEqualTo("expired");
    assertThat(told()).containsExactly(id(failed), id(cancelled), id(expired));
  }

  @Test
  void noticesAreLostDoubledLateAndInAnotherOrder() {
    JsonNode lost = mollie.ordered("1.00");
    mollie.program.hooks().notices().lose(1);
    mollie.press(lost, "pay", "ideal");
    assertThat(told()).isEmpty();

    mollie.program.hooks().notices().doubleNext(1);
    JsonNode twice = mollie.paid("2.00");
    assertThat(told()).containsExactly(id(twice), id(twice));

    mollie.shop.forget();
    mollie.program.hooks().keepBack();
    JsonNode first = mollie.paid("3.00");
    JsonNode second = mollie.paid("4.00");
    assertThat(told()).isEmpty();
    mollie.program.hooks().releaseReversed();
    assertThat(told()).containsExactly(id(second), id(first));

    mollie.shop.forget();
    mollie.program.hooks().beforeRedirect(true);
    mollie.press(mollie.ordered("5.00"), "pay", "ideal");
    assertThat(mollie.shop.notices()).as("when the payer is sent back").hasSize(1);
  }

  @Test
  void theSameKeyGivesTheSamePaymentAndOnlyForTheSameRequest() {
    mollie.app.header("Idempotency-Key", "0198-1");
    mollie.program.trouble().next(1, Happening.FAILS_AFTER_WRITE);
    assertThat(mollie.app.post("/v2/payments", mollie.order("9.00")).statusCode()).isEqualTo(500);
    JsonNode again = mollie.ordered("9.00");
    assertThat(mollie.program.till().payments()).hasSize(1);
    assertThat(id(again)).isEqualTo(mollie.program.till().payments().getFirst().id());
    assertThat(mollie.app.post("/v2/payments", mollie.order("9.01")).statusCode()).isEqualTo(409);
  }

  @Test
  void anAmountIsText() {
    String number = mollie.order("9.00").replace("\"9.00\"", "9.00");
    HttpResponse<byte[]> refused = mollie.app.post("/v2/payments", number);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Caller.json(refused).path("field").asText()).isEqualTo("amount.value");
    assertThat(mollie.app.post("/v2/payments", mollie.order("9.0")).statusCode()).isEqualTo(422);
    assertThat(mollie.app.post("/v2/payments", mollie.order("0.00")).statusCode()).isEqualTo(422);
  }

  @Test
  void anApiKeyReadsNoSettlementsAndAnAccessTokenNamesItsProfile() {
    assertThat(mollie.app.get("/v2/settlements").statusCode()).isEqualTo(403);
    mollie.byToken();
    assertThat(mollie.app.get("/v2/settlements").statusCode()).isEqualTo(200);
    HttpResponse<byte[]> refused = mollie.app.post("/v2/payments", mollie.order("9.00"));
    assertThat(Caller.json(refused).path("field").asText()).isEqualTo("profileId");
    mollie.app.header("Authorization", "Bearer live_other");
    assertThat(mollie.app.get("/v2/payments").statusCode()).isEqualTo(401);
  }

  @Test
  void pagesFollowOneAnotherTheNewestFirst() {
    List<String> made = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      made.add(id(mollie.ordered(i + ".00")));
    }
    List<String> read = new ArrayList<>();
    String next = "/v2/payments?limit=2";
    while (!next.isEmpty()) {
      JsonNode page = Caller.json(mollie.app.get(next));
      StreamSupport.stream(page.at("/_embedded/payments").spliterator(), false)
          .forEach(payment -> read.add(id(payment)));
      next = page.at("/_links/next/href").asText("");
    }
    assertThat(read).isEqualTo(made.reversed());
  }

  @Test
  void aSettlementPaysOutWhatCameInLessFeesAndWhatWentBack() {
    JsonNode ideal = mollie.paid("100.00");
    mollie.press(mollie.ordered("200.00"), "pay", "creditcard");
    mollie.app.post(
        "/v2/payments/" + id(ideal) + "/refunds",
        "{\"amount\":{\"currency\":\"EUR\",\"value\":\"40.00\"}}");
    MollieSettlement settlement = mollie.program.till().settle().orElseThrow();
    // 100 − 0.32, 200 − 0.25 − 3.60, −40 − 0.25
    assertThat(settlement.amount().toString()).isEqualTo("EUR 255.58");
    assertThat(settlement.reference()).isEqualTo("1234567.2611.01");
    assertThat(read(ideal).path("settlementId").asText()).isEqualTo(settlement.id());
    assertThat(mollie.program.till().settle()).isEmpty();
    mollie.byToken();
    JsonNode transactions =
        Caller.json(mollie.app.get("/v2/balances/primary/transactions?sort=asc"))
            .at("/_embedded/balance_transactions");
    assertThat(transactions.findValuesAsText("type"))
        .containsExactly("payment", "payment", "refund", "outgoing-transfer");
  }

  @Test
  void aChargebackTakesThePaymentBackAndIsTold() {
    JsonNode payment = mollie.paid("100.00");
    mollie.shop.forget();
    mollie.program.till().chargeBack(id(payment));
    assertThat(told()).containsExactly(id(payment));
    JsonNode back = read(payment);
    assertThat(back.path("status").asText()).isEqualTo("paid");
    assertThat(back.at("/amountChargedBack/value").asText()).isEqualTo("100.00");
    JsonNode one =
        Caller.json(mollie.app.get("/v2/payments/" + id(payment) + "/chargebacks"))
            .at("/_embedded/chargebacks/0");
    assertThat(one.at("/amount/value").asText()).isEqualTo("100.00");
    assertThat(mollie.program.till().settle()).as("less than nothing").isEmpty();
  }

  @Test
  void aPaymentLinkIsPaidOnceAndTellsThePayment() {
    JsonNode link =
        Caller.json(
            mollie.app.post(
                "/v2/payment-links",
                """
                {"description":"Invoice 2026-0001","webhookUrl":"%s",
                 "amount":{"currency":"EUR","value":"60.00"}}
                """
                    .formatted(mollie.shop.address())));
    String address = link.at("/_links/paymentLink/href").asText();
    HttpResponse<byte[]> led = mollie.payer.get(address);
    String checkout = URI.create(Caller.header(led, "Location")).getPath();
    mollie.payer.form(checkout, Map.of("decision", "pay", "method", "bancontact"));
    JsonNode payments =
        Caller.json(mollie.app.get("/v2/payment-links/" + id(link) + "/payments"))
            .at("/_embedded/payments");
    assertThat(payments).hasSize(1);
    assertThat(told()).containsExactly(id(payments.get(0)));
    assertThat(Caller.json(mollie.app.get("/v2/payment-links/" + id(link))).path("paidAt").asText())
        .isEqualTo("2026-11-26T09:00:00+00:00");
    assertThat(mollie.payer.get(address).statusCode()).isEqualTo(410);
  }

  private List<String> told() {
    mollie.program.hooks().notices().drain();
    return mollie.shop.notices().stream().map(Notice::body).map(b -> b.substring(3)).toList();
  }

  private JsonNode read(JsonNode payment) {
    return Caller.json(mollie.app.get("/v2/payments/" + id(payment)));
  }

  private static String id(JsonNode node) {
    return node.path("id").asText();
  }
}
