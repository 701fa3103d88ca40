package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.work.pay.Started.Why;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A payer begins at a link what the provider carries out, once at a time. */
class CheckoutsTest extends AtMollie {
  @Test
  void whatIsAskedAtTheProviderIsWhatIsOpenOfTheInvoices() throws IOException {
    Started started = start("150.00");

    assertThat(started)
        .isEqualTo(new Started.Redirect(URI.create("https://www.mollie.com/checkout/tr_1")));
    HttpCall call = asked().getFirst();
    JsonNode body = new JsonMapper().readTree(call.body());
    KeptCheckout kept = latest();
    assertThat(call.headers().toString()).contains(kept.id().toString());
    assertThat(body.at("/amount/value").asText()).isEqualTo("150.00");
    assertThat(body.at("/amount/currency").asText()).isEqualTo("EUR");
    assertThat(body.at("/description").asText()).isEqualTo("Company acme INV-1, INV-2");
    assertThat(body.at("/redirectUrl").asText()).isEqualTo(BACK.toString());
    assertThat(body.at("/metadata/reference").asText()).isEqualTo(kept.id().toString());
    assertThat(kept.invoices()).isEqualTo(Map.of(first, eur("100.00"), second, eur("50.00")));
    assertThat(kept.state()).isEqualTo(CheckoutState.OPEN);
  }

  @Test
  void whatTheProviderIsAskedIsKeptWithTheAttemptAndItsCustomer() {
    start("150.00");

    assertThat(pull.hub.stores.outboundCalls().ofCustomer("acme", latest().customerId()))
        .extracting(call -> call.method() + " " + call.status() + " " + call.occasion().id())
        .containsExactly("POST 201 " + latest().id());
  }

  @Test
  void whoStartsTwiceGoesOnWithTheSame() {
    assertThat(start("150.00")).isEqualTo(start("150.00"));
    assertThat(asked()).hasSize(1);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void twoTabsThatStartAtTheSameMomentBeginOneAttempt() {
    CountDownLatch both = new CountDownLatch(2);
    mollie.answers(
        call -> {
          both.countDown();
          await(both);
          return reply(201, payment("tr_1"));
        });
    try (ExecutorService tabs = Executors.newFixedThreadPool(2)) {
      CompletableFuture<Started> one = CompletableFuture.supplyAsync(() -> start("150.00"), tabs);
      CompletableFuture<Started> other = CompletableFuture.supplyAsync(() -> start("150.00"), tabs);
      assertThat(one.join()).isInstanceOf(Started.Redirect.class).isEqualTo(other.join());
    }
    assertThat(count()).isEqualTo(1);
    assertThat(asked().stream().map(AtMollie::key).distinct()).hasSize(1);
  }

  @Test
  void anotherAmountEndsTheOneBefore() {
    start("150.00");
    mollie.answers(
        call ->
            reply(
                200,
                payment(call.method().equals("DELETE") ? "tr_1" : "tr_" + made.incrementAndGet())));
    Started started = start("100.00", first);

    assertThat(started)
        .isEqualTo(new Started.Redirect(URI.create("https://www.mollie.com/checkout/tr_2")));
    assertThat(mollie.paths(path -> path.startsWith("DELETE")))
        .containsExactly("DELETE /v2/payments/tr_1");
    assertThat(states()).containsExactly(CheckoutState.OPEN, CheckoutState.CANCELLED);
  }

  @Test
  void whatWasBegunOnAnotherLinkForTheSameIsGoneOnWith() {
    Started one = start("100.00", first);
    PaymentLink other = owed.open(first);

    assertThat(on(other, "100.00")).isEqualTo(one);
    assertThat(asked()).hasSize(1);
    assertThat(checkouts.returned(owed.opened(other)).orElseThrow().id()).isEqualTo(latest().id());
  }

  @Test
  void anotherSetOnAnotherLinkEndsTheOneBefore() {
    start("150.00");
    PaymentLink other = owed.open(first);
    mollie.answers(
        call ->
            reply(
                200,
                payment(call.method().equals("DELETE") ? "tr_1" : "tr_" + made.incrementAndGet())));

    assertThat(on(other, "100.00")).isInstanceOf(Started.Redirect.class);
    assertThat(mollie.paths(path -> path.startsWith("DELETE")))
        .containsExactly("DELETE /v2/payments/tr_1");
    assertThat(states()).containsExactly(CheckoutState.CANCELLED);
  }

  @Test
  void whatIsBeingPaidOnAnotherLinkIsNotBegunAgain() {
    start("150.00");
    told(latest(), "tr_1", CheckoutState.PENDING);
    PaymentLink other = owed.open(first);

    assertThat(why(on(other, "100.00"))).isEqualTo(Why.BEING_PAID);
    assertThat(asked()).hasSize(1);
    assertThat(checkouts.beingPaid("acme", List.of(first))).contains(latest());
  }

  @Test
  void twoLinksForOneInvoiceBeginOneAttemptAtATime() {
    PaymentLink other = owed.open(first);
    Visit.Open visit = owed.opened(other);
    pull.hub
        .stores
        .transactions()
        .in(
            () -> {
              pull.hub.stores.pay().checkouts().hold("acme", List.of(second, first));
              return pull.hub.waiting(
                  () -> checkouts.start(visit, eur("100.00"), Set.of(), BACK, Language.NL));
            })
        .join();

    assertThat(asked()).hasSize(1);
  }

  @Test
  void whatHasRunOutIsBegunAnewAndHoldsNothing() {
    start("150.00");
    pull.hub.sql("update checkout set expires_at = now() + interval '1 minute'");
    pull.hub.sql("update checkout set begun_at = now() - interval '3 hours'");
    assertThat(inFlight()).as("payable still").containsExactlyInAnyOrder(first, second);
    pull.hub.sql("update checkout set begun_at = now(), expires_at = now() - interval '1 second'");

    assertThat(inFlight()).isEmpty();
    assertThat(start("150.00"))
        .isEqualTo(new Started.Redirect(URI.create("https://www.mollie.com/checkout/tr_2")));
    assertThat(mollie.paths(path -> path.startsWith("DELETE"))).isEmpty();
  }

  @Test
  void itIsEndedUnderAnotherKeyThanItWasBegunWith() {
    start("150.00");
    start("100.00", first);

    synchronized (mollie.asked) {
      assertThat(
              mollie.asked.stream().filter(call -> !call.method().equals("GET")).map(AtMollie::key))
          .hasSize(3)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatCannotBeEndedThereGoesOnBeside() {
    start("150.00");
    mollie.answers(
        call ->
            call.method().equals("DELETE")
                ? reply(422, "{\"detail\":\"it cannot be cancelled\"}")
                : reply(201, payment("tr_2")));

    assertThat(start("100.00", first)).isInstanceOf(Started.Redirect.class);
    assertThat(states()).containsExactly(CheckoutState.OPEN, CheckoutState.OPEN);
  }

  @Test
  void whatIsBeingPaidIsNotBegunAgain() {
    start("100.00", first);
    told(latest(), "tr_1", CheckoutState.PENDING);

    assertThat(why(start("150.00"))).isEqualTo(Why.BEING_PAID);
    assertThat(start("50.00", second)).isInstanceOf(Started.Redirect.class);
    told(checkout(0), "tr_2", CheckoutState.PAID);
    assertThat(why(start("50.00", second))).isEqualTo(Why.BEING_PAID);
  }

  @Test
  void whatIsDebitedFromThePayersAccountIsNotPaidBesides() {
    owed.debited(first, Owed.TODAY.plusDays(14));

    assertThat(why(start("150.00"))).isEqualTo(Why.BEING_DEBITED);
    assertThat(why(start("100.00", first))).isEqualTo(Why.BEING_DEBITED);
    assertThat(asked()).isEmpty();
    assertThat(start("50.00", second)).isInstanceOf(Started.Redirect.class);
    pull.hub.sql("update debit set state = 'WITHDRAWN'");
    assertThat(start("100.00", first)).isInstanceOf(Started.Redirect.class);
  }

  @Test
  void lessThanAllIsTakenOnlyWhereTheCompanyTakesParts() {
    assertThat(why(start("60.00", first))).isEqualTo(Why.PART);
    pull.hub
        .stores
        .transactions()
        .run(() -> pull.hub.stores.pay().rules().put("acme", new Paying(true, 90, true)));

    assertThat(start("120.00")).isInstanceOf(Started.Redirect.class);
    assertThat(latest().invoices()).isEqualTo(Map.of(first, eur("100.00"), second, eur("20.00")));
  }

  @Test
  void whatIsNotTheLinksOrMoreThanIsOpenIsRefused() {
    UUID third = owed.invoice("INV-3", "c1");
    UUID other = owed.invoice("INV-4", "c2");

    assertThat(why(start("100.00", third))).isEqualTo(Why.NOT_OPEN);
    assertThat(why(start("100.00", other))).isEqualTo(Why.NOT_OPEN);
    assertThat(why(start("100.01", first))).isEqualTo(Why.WRONG_AMOUNT);
    assertThat(why(start("0.00"))).isEqualTo(Why.WRONG_AMOUNT);
    assertThat(why(start(Money.parse("USD 100.00"), first))).isEqualTo(Why.WRONG_AMOUNT);
    owed.left("INV-1", "c1", "0.00");
    assertThat(why(start("100.00", first))).isEqualTo(Why.NOT_OPEN);
    assertThat(asked()).isEmpty();
  }

  @Test
  void aLinkThatEndedBeginsNothing() {
    Visit.Open visit = owed.opened(link);
    owed.links.end("acme", UUID.fromString(link.id()), "anna");

    assertThat(why(checkouts.start(visit, eur("150.00"), Set.of(), BACK, Language.NL)))
        .isEqualTo(Why.ENDED);
    assertThat(asked()).isEmpty();
  }

  @Test
  void withoutAProviderNothingIsBegun() {
    pull.hub.sql("update connection set paused = true where connection_id = 'shop'");

    assertThat(why(start("150.00"))).isEqualTo(Why.NO_PROVIDER);
    assertThat(count()).isZero();
  }

  @Test
  void whatTheProviderRefusesFailsWithItsOwnWords() {
    mollie.answers(call -> reply(422, "{\"detail\":\"The amount is lower than the minimum\"}"));
    Started started = start("150.00");

    assertThat(why(started)).isEqualTo(Why.PROVIDER);
    assertThat(((Started.Refused) started).sentence()).contains("lower than the minimum");
    assertThat(latest().state()).isEqualTo(CheckoutState.FAILED);
    assertThat(latest().reason()).contains("lower than the minimum");
  }

  @Test
  void whatNobodyKnowsIsAskedAgainAsTheSameAttempt() {
    mollie.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("it fell silent"));
        });
    assertThat(why(start("150.00"))).isEqualTo(Why.TRY_AGAIN);
    mollie.answers(call -> reply(201, payment("tr_1")));

    assertThat(start("150.00")).isInstanceOf(Started.Redirect.class);
    assertThat(count()).isEqualTo(1);
    assertThat(asked().stream().map(AtMollie::key).distinct()).hasSize(1);
  }

  @Test
  void whatTheProviderSaysMovesAnAttemptOnAndNeverBack() {
    start("150.00");
    KeptCheckout kept = latest();
    told(kept, "tr_1", CheckoutState.PENDING);
    told(kept, "tr_1", CheckoutState.OPEN);
    assertThat(latest().state()).isEqualTo(CheckoutState.PENDING);
    told(kept, "tr_1", CheckoutState.FAILED);
    told(kept, "tr_1", CheckoutState.PAID);
    told(kept, "tr_1", CheckoutState.PAID);
    told(kept, "tr_1", CheckoutState.EXPIRED);

    assertThat(latest().state()).isEqualTo(CheckoutState.PAID);
    assertThat(latest().method()).isEqualTo("ideal");
    assertThat(owed.events().stream().filter(each -> each.startsWith("CHECKOUT_")))
        .containsExactlyInAnyOrder("CHECKOUT_PENDING", "CHECKOUT_FAILED", "CHECKOUT_PAID");
  }

  @Test
  void whatAnotherConnectionSaysOfItCountsForNothing() {
    start("150.00");
    KeptCheckout kept = latest();
    said("books", kept.id().toString(), CheckoutState.PAID);
    said("shop", UUID.randomUUID().toString(), CheckoutState.PAID);
    said("shop", "no reference of ours", CheckoutState.PAID);

    assertThat(latest().state()).isEqualTo(CheckoutState.OPEN);
  }

  @Test
  void whenThePayerComesBackTheProviderIsLookedAtAtOnce() {
    start("150.00");

    assertThat(checkouts.returned(owed.opened(link)).orElseThrow().state())
        .isEqualTo(CheckoutState.OPEN);
    assertThat(
            pull.hub.jdbc().sql("select object_key from wanted_object").query(String.class).list())
        .containsExactly("tr_1");
  }
}
