package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.port.HttpCall;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.Started.Why;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A link for two invoices of a customer, and Mollie, where it can be paid. */
abstract class AtMollie {
  static final URI BACK = URI.create("https://pay.example.test/p/back");

  /** The folders are read once for all tests. */
  static final Programs PROGRAMS = new Programs(List::of);

  final ScriptedVendor mollie = new ScriptedVendor();
  final PullHub pull = new PullHub(PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  final Owed owed = new Owed(pull.hub);
  final Checkouts checkouts =
      new Checkouts(
          pull.hub.stores,
          new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE));
  final AtomicInteger made = new AtomicInteger();
  UUID first;
  UUID second;
  PaymentLink link;

  @BeforeEach
  void aLinkForTwoInvoices() {
    mollie.answers(call -> reply(201, payment("tr_" + made.incrementAndGet())));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    first = owed.invoice("INV-1", "c1");
    second = owed.invoice("INV-2", "c1", "50.00");
    link = owed.open(first, second);
  }

  @AfterEach
  void close() {
    pull.close();
  }

  Started start(String amount, UUID... invoices) {
    return start(eur(amount), invoices);
  }

  Started on(PaymentLink other, String amount) {
    return checkouts.start(owed.opened(other), eur(amount), Set.of(), BACK, Language.NL);
  }

  Set<UUID> inFlight() {
    return pull.hub.stores.pay().checkouts().inFlight("acme");
  }

  Started start(Money amount, UUID... invoices) {
    return checkouts.start(owed.opened(link), amount, Set.of(invoices), BACK, Language.NL);
  }

  static Why why(Started started) {
    return ((Started.Refused) started).why();
  }

  void told(KeptCheckout kept, String id, CheckoutState state) {
    assertThat(Objects.requireNonNull(checkout(kept.id()).place()).id()).isEqualTo(id);
    said("shop", kept.id().toString(), state);
  }

  void said(String connection, String reference, CheckoutState state) {
    Checkout said = new Checkout("tr_1", reference, state, eur("150.00"), "ideal", null);
    pull.hub.stores.transactions().run(() -> checkouts.told("acme", connection, said));
  }

  KeptCheckout latest() {
    return checkout(0);
  }

  KeptCheckout checkout(int place) {
    return all().get(place);
  }

  KeptCheckout checkout(UUID id) {
    return pull.hub.stores.pay().checkouts().find("acme", id).orElseThrow();
  }

  List<KeptCheckout> all() {
    return pull.hub.stores.pay().checkouts().ofLink("acme", UUID.fromString(link.id()), 10);
  }

  List<CheckoutState> states() {
    return all().stream().map(KeptCheckout::state).toList();
  }

  int count() {
    return all().size();
  }

  List<HttpCall> asked() {
    synchronized (mollie.asked) {
      return mollie.asked.stream()
          .filter(call -> call.method().equals("POST"))
          .filter(call -> call.address().getPath().equals("/v2/payments"))
          .toList();
    }
  }

  static String key(HttpCall call) {
    return String.valueOf(call.headers().get("idempotency-key"));
  }

  static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static String payment(String id) {
    return """
        {"id":"%1$s","status":"open","expiresAt":"%2$s",
         "_links":{"checkout":{"href":"https://www.mollie.com/checkout/%1$s"}}}
        """
        .formatted(id, Instant.now().plus(Duration.ofHours(2)));
  }
}
