package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentLinkState;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.pay.KeptLink;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where payers do not reach the hub, links lead to the provider, one for the same invoices. */
class MakeProviderLinksTest {
  private static final String URL = "https://paylinks.mollie.com/payment/1";

  private final ScriptedVendor mollie = new ScriptedVendor();
  private final PullHub pull =
      new PullHub(AtMollie.PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  private final Owed owed = new Owed(pull.hub);
  private final AtProvider provider =
      new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE);
  private final PaymentLinks links =
      new PaymentLinks(
          pull.hub.stores,
          PayAddress.NONE,
          Abilities.NONE,
          profile -> provider.linking(profile).isPresent());
  private final MakeProviderLinks make =
      new MakeProviderLinks(pull.hub.stores, provider, links, PayAddress.NONE);
  private final EndOvertaken end = new EndOvertaken(pull.hub.stores, provider);
  private final AtomicBoolean silent = new AtomicBoolean();
  private final AtomicBoolean there = new AtomicBoolean();
  private String description = "";
  private UUID first;
  private UUID second;

  @BeforeEach
  void twoInvoices() {
    mollie.answers(this::answer);
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    pull.hub.decisions.switchTo("acme", DunningMode.LIVE, "anna", "");
    first = owed.invoice("INV-1", "c1");
    second = owed.invoice("INV-2", "c1", "50.00");
  }

  @AfterEach
  void close() {
    pull.close();
  }

  @Test
  void aMessageWaitsForItsLinkAndThenHasTheAddressAtTheProvider() {
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    drain();

    assertThat(address()).contains(URL);
    assertThat(made()).hasSize(1);
    assertThat(description).contains("INV-1").contains("INV-2").endsWith(")");
    assertThat(inFlight()).as("nobody is known to be paying").isEmpty();
    drain();
    assertThat(made()).as("for the same invoices there is one").hasSize(1);
  }

  @Test
  void whatNobodyKnowsTheOutcomeOfIsLookedForBeforeItIsMadeAgain() {
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    silent.set(true);
    drain();
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    silent.set(false);
    pull.hub.sql("update checkout set begin_tried_at = begin_tried_at - interval '1 day'");
    drain();

    assertThat(address()).contains(URL);
    assertThat(made()).hasSize(1);
  }

  @Test
  void whatTheProviderRefusesIsNotWaitedFor() {
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    mollie.answers(
        call -> call.method().equals("GET") ? list("") : reply(422, "{\"detail\":\"No methods\"}"));
    drain();

    assertThat(address()).isEmpty();
    assertThat(kept().state()).isEqualTo(PaymentLinkState.OPEN);
  }

  @Test
  void aLinkThatAPersonVoidsIsCalledOffAtTheProvider() {
    atTheProvider();
    links.end("acme", kept().id(), "anna");
    assertThat(end.next()).isTrue();

    assertThat(mollie.paths(path -> path.startsWith("PATCH")))
        .containsExactly("PATCH /v2/payment-links/pl_1");
    assertThat(attempt().state()).isEqualTo(CheckoutState.CANCELLED);
    assertThat(end.next()).isFalse();
  }

  @Test
  void anotherAmountIsAnotherLinkAndTheFirstIsCalledOff() {
    atTheProvider();
    owed.left("INV-1", "c1", "40.00");
    pull.hub.stores.transactions().run(() -> links.settle("acme", TODAY));
    assertThat(end.next()).isTrue();
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    drain();

    assertThat(address()).contains(URL);
    assertThat(made()).hasSize(2);
    assertThat(kept().amount()).isEqualTo(eur("90.00"));
  }

  @Test
  void whatTheProviderSaysOfItsLinkMovesItOn() {
    atTheProvider();
    KeptCheckout attempt = attempt();
    told(
        new Checkout(
            "cs_1", attempt.id().toString(), CheckoutState.EXPIRED, eur("150.00"), null, null));
    assertThat(attempt().state()).as("another may pay by it").isEqualTo(CheckoutState.OPEN);
    told(new Checkout("pl_1", "pl_1", CheckoutState.PAID, eur("150.00"), null, null));

    assertThat(attempt().state()).isEqualTo(CheckoutState.PAID);
    assertThat(inFlight()).containsExactlyInAnyOrder(first, second);
    assertThat(end.next()).isFalse();
  }

  @Test
  void inShadowModeNoneIsMade() {
    pull.hub.decisions.switchTo("acme", DunningMode.SHADOW, "anna", "");

    assertThat(address()).isEmpty();
    assertThat(make.next()).isFalse();
  }

  private void atTheProvider() {
    Assertions.assertThatThrownBy(this::address).isInstanceOf(LinkOnItsWay.class);
    drain();
    assertThat(Objects.requireNonNull(kept().atProvider()).id()).isEqualTo("pl_1");
  }

  private void drain() {
    while (make.next()) {
      // until nothing is left to be made
    }
  }

  private Optional<String> address() {
    RuntimeException[] thrown = new RuntimeException[1];
    Optional<String> found =
        pull.hub
            .stores
            .transactions()
            .in(
                () -> {
                  try {
                    return links.forMessage(owed.profile(), owed.customer(first), open(), TODAY);
                  } catch (LinkOnItsWay e) { // what it wants is kept
                    thrown[0] = e;
                    return Optional.<String>empty();
                  }
                });
    if (thrown[0] != null) {
      throw thrown[0];
    }
    return found;
  }

  private Set<UUID> open() {
    return pull.hub
        .stores
        .talk()
        .standstills()
        .open("acme", owed.customer(first), List.of(first, second))
        .keySet();
  }

  private KeptLink kept() {
    return pull.hub.stores.pay().links().latest("acme", false, null, 1).getFirst();
  }

  private KeptCheckout attempt() {
    return pull.hub.stores.pay().checkouts().ofLink("acme", kept().id(), 1).getFirst();
  }

  private void told(Checkout said) {
    pull.hub
        .stores
        .transactions()
        .run(() -> new CheckoutNews(pull.hub.stores).told("acme", PullHub.SHOP, said));
  }

  private Set<UUID> inFlight() {
    return pull.hub.stores.pay().checkouts().inFlight("acme");
  }

  private List<String> made() {
    return mollie.paths(path -> path.equals("POST /v2/payment-links"));
  }

  private HttpReply answer(HttpCall call) throws NoReply {
    String path = call.address().getPath();
    if (call.method().equals("GET")) {
      return list(there.get() ? link() : "");
    }
    if (path.equals("/v2/payment-links")) {
      String body = new String(call.body(), StandardCharsets.UTF_8);
      int from = body.indexOf("\"description\":\"") + "\"description\":\"".length();
      description = body.substring(from, body.indexOf('"', from));
      there.set(true);
      if (silent.get()) {
        throw new NoReply("it fell silent", new IOException("it fell silent"));
      }
    }
    return reply(200, link());
  }

  private HttpReply list(String link) {
    return reply(200, "{\"_embedded\": {\"payment_links\": [" + link + "]}, \"_links\": {}}");
  }

  private String link() {
    return """
    {"id": "pl_1", "description": "%s", "archived": false,
     "_links": {"paymentLink": {"href": "%s"}}}
    """
        .formatted(description, URL);
  }
}
