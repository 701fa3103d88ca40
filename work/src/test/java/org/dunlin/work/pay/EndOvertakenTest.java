package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.call.OutboundCall;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is settled otherwise is not left to be paid at the provider. */
class EndOvertakenTest {
  private static final URI BACK = URI.create("https://pay.example.test/p/back");
  private static final Programs PROGRAMS = new Programs(List::of);

  private final ScriptedVendor mollie = new ScriptedVendor();
  private final PullHub pull =
      new PullHub(PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  private final Owed owed = new Owed(pull.hub);
  private final AtProvider provider =
      new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE);
  private final Checkouts checkouts = new Checkouts(pull.hub.stores, provider);
  private final EndOvertaken end = new EndOvertaken(pull.hub.stores, provider);
  private PaymentLink link;

  @BeforeEach
  void anAttemptIsOpenAtTheProvider() {
    mollie.answers(
        call ->
            reply(
                200,
                """
                {"id":"tr_1","status":"open",
                 "_links":{"checkout":{"href":"https://www.mollie.com/checkout/tr_1"}}}
                """));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    UUID first = owed.invoice("INV-1", "c1");
    UUID second = owed.invoice("INV-2", "c1", "50.00");
    link = owed.open(first, second);
    assertThat(checkouts.start(owed.opened(link), eur("150.00"), Set.of(), BACK, Language.NL))
        .isInstanceOf(Started.Redirect.class);
  }

  @AfterEach
  void close() {
    pull.close();
  }

  @Test
  void itStaysOpenWhileAllOfItIsToBePaid() {
    assertThat(end.next()).isFalse();
    assertThat(kept().state()).isEqualTo(CheckoutState.OPEN);
  }

  @Test
  void whatWasTransferredMeanwhileEndsItAtTheProviderUnderAKeyOfItsOwn() {
    owed.transferred("INV-1", "c1", "100.00");

    assertThat(end.next()).isTrue();
    assertThat(deleted()).containsExactly("DELETE /v2/payments/tr_1");
    assertThat(kept().state()).isEqualTo(CheckoutState.CANCELLED);
    assertThat(owed.events()).contains("CHECKOUT_CANCELLED");
    assertThat(keys()).doesNotHaveDuplicates().hasSize(2);
    assertThat(end.next()).isFalse();
  }

  @Test
  void whatItsProgramSaysIsPaidEndsItToo() {
    owed.left("INV-1", "c1", "0.00");
    end.next();

    assertThat(kept().state()).isEqualTo(CheckoutState.CANCELLED);
  }

  @Test
  void aLinkThatAPersonEndsEndsItToo() {
    owed.links.end("acme", UUID.fromString(link.id()), "anna");
    end.next();

    assertThat(kept().state()).isEqualTo(CheckoutState.CANCELLED);
  }

  @Test
  void whatThePayerIsDoingJustNowIsLeftAlone() {
    Checkout said =
        new Checkout(
            "tr_1", kept().id().toString(), CheckoutState.PENDING, eur("150.00"), "ideal", null);
    pull.hub.stores.transactions().run(() -> checkouts.told("acme", PullHub.SHOP, said));
    owed.transferred("INV-1", "c1", "100.00");

    assertThat(end.next()).isFalse();
    assertThat(deleted()).isEmpty();
  }

  @Test
  void whatTheProviderCannotEndIsAskedForOnce() {
    mollie.answers(call -> reply(422, "{\"detail\":\"The payment cannot be canceled\"}"));
    owed.transferred("INV-1", "c1", "100.00");

    assertThat(end.next()).isTrue();
    assertThat(end.next()).isFalse();
    assertThat(kept().state()).isEqualTo(CheckoutState.OPEN);
  }

  @Test
  void whatNobodyKnowsIsTriedAgainSomeMinutesLaterAndThreeTimesAtMost() {
    mollie.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("it fell silent"));
        });
    owed.transferred("INV-1", "c1", "100.00");
    for (int tried = 0; tried < 3; tried++) {
      assertThat(end.next()).isTrue();
      assertThat(end.next()).isFalse();
      pull.hub.sql("update checkout set end_tried_at = end_tried_at - interval '1 day'");
    }

    assertThat(end.next()).isFalse();
    assertThat(kept().state()).isEqualTo(CheckoutState.OPEN);
  }

  @Test
  void eachTryToEndItIsFoundWithTheAttemptAndConcernsItsCustomer() {
    mollie.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("it fell silent"));
        });
    owed.transferred("INV-1", "c1", "100.00");
    for (int tried = 0; tried < 2; tried++) {
      end.next();
      pull.hub.sql("update checkout set end_tried_at = end_tried_at - interval '1 day'");
    }

    List<OutboundCall> calls = pull.hub.stores.outboundCalls().about("acme", kept().id(), 10);
    assertThat(calls).extracting(OutboundCall::method).as("with what began it").hasSize(3);
    assertThat(calls).allMatch(call -> kept().customerId().equals(call.customerId()));
  }

  private KeptCheckout kept() {
    return pull.hub
        .stores
        .pay()
        .checkouts()
        .ofLink("acme", UUID.fromString(link.id()), 1)
        .getFirst();
  }

  private List<String> deleted() {
    return mollie.paths(path -> path.startsWith("DELETE"));
  }

  private List<String> keys() {
    synchronized (mollie.asked) {
      return mollie.asked.stream()
          .filter(call -> call.address().getPath().startsWith("/v2/payments"))
          .map(EndOvertakenTest::key)
          .filter(key -> !key.equals("null"))
          .toList();
    }
  }

  private static String key(HttpCall call) {
    return String.valueOf(call.headers().get("idempotency-key"));
  }
}
