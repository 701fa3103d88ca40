package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.TODAY;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Checkout;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.pay.ProviderRefund.State;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.GiveBack.Outcome;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.dunlin.work.translate.ProgramPages;
import org.dunlin.work.translate.ProgramPages.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid twice online goes back the way on which it came, once. */
class GiveBackTest {
  private static final Programs PROGRAMS = new Programs(List::of);
  private static final Abilities PROVIDER =
      new Abilities() {
        @Override
        public Set<WriteBack> told(String program) {
          return Set.of();
        }

        @Override
        public boolean takesPayments(String program) {
          return true;
        }
      };

  private final ScriptedVendor mollie = new ScriptedVendor();
  private final PullHub pull =
      new PullHub(PROGRAMS, "mollie", mollie, HookAddress.NONE, stores -> null);
  private final Owed owed = new Owed(pull.hub);
  private final ProgramPages pages = new ProgramPages(pull.hub, "acme", "psp", PROVIDER);
  private final GiveBack giveBack =
      new GiveBack(
          pull.hub.stores,
          new AtProvider(pull.hub.stores, pull.process.links, pull.process.ask, StandIns.NONE));
  private UUID first;
  private UUID payment;

  @BeforeEach
  void anInvoiceThatWasPaidByTwoAttempts() {
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    pull.connect(
        Map.of("access", "key", "apiKey", "live_abcdefghijklmnop", "profile", "pfl_1"), Map.of());
    first = owed.invoice("INV-1", "c1");
    List<UUID> begun =
        List.of(
            owed.checkout(PullHub.SHOP, "100.00", first),
            owed.checkout(PullHub.SHOP, "100.00", first));
    for (UUID checkout : begun) {
      String id = "tr_" + (begun.indexOf(checkout) + 1);
      pages.bring(
          Said.of(
              "payments",
              id,
              new Checkout(
                  id, checkout.toString(), CheckoutState.PAID, eur("100.00"), "ideal", null),
              moved(id, PaymentKind.TRANSFER, Direction.IN, "100.00", checkout.toString(), null)));
      pull.hub.settle();
    }
    payment = UUID.fromString(credits().getFirst());
  }

  @AfterEach
  void everyCentIsInItsPlace() {
    assertThat(pull.hub.stores.keptFigures().differences("acme")).isEmpty();
    pull.close();
  }

  @Test
  void exactlyOneOfTheTwoCanBeGivenBack() {
    List<UUID> all = pull.hub.jdbc().sql("select payment_id from payment").query(UUID.class).list();

    assertThat(all).hasSize(2);
    assertThat(all.stream().filter(each -> giveBack.standing("acme", each).offered() != null))
        .containsExactly(payment);
    assertThat(giveBack.standing("acme", payment).offered()).isEqualTo(eur("100.00"));
  }

  @Test
  void itIsAskedForOnceUnderAnIdOfTheHubs() {
    assertThat(give()).isEqualTo(new Outcome.Done(eur("100.00")));
    assertThat(give()).isEqualTo(new Outcome.Nothing());

    assertThat(refunds()).hasSize(1);
    assertThat(key(refunds().getFirst())).isEqualTo(latest("refund_id"));
    assertThat(refunds().getFirst().address().getPath())
        .isEqualTo("/v2/payments/" + tr() + "/refunds");
    assertThat(owed.events()).contains("PROVIDER_REFUND_ASKED", "PROVIDER_REFUND_DONE");
  }

  @Test
  void itIsNoCreditMeanwhileAndWhatTheProviderTellsOfItTakesItAwayOnce() {
    give();
    pull.hub.settle();
    assertThat(credits()).isEmpty();

    pages.bring(
        Said.of(
            "refunds",
            "re_1",
            moved("re_1", PaymentKind.RETURN, Direction.OUT, "100.00", null, tr())));
    pull.hub.settle();
    pull.hub.settle();
    assertThat(giveBack.standing("acme", payment).latest()).matches(each -> each.arrived());
    assertThat(owed.openOf(first).isZero()).isTrue();
    assertThat(
            pull.hub.stores.payments().find("acme", payment).orElseThrow().unallocated().isZero())
        .isTrue();
    assertThat(give()).isEqualTo(new Outcome.Nothing());
  }

  @Test
  void whatTheProviderRefusesMayBeTriedAnew() {
    mollie.answers(call -> reply(422, "{\"detail\":\"The balance is too low\"}"));

    assertThat(give()).isEqualTo(new Outcome.Refused("Mollie: The balance is too low"));
    assertThat(credits()).hasSize(1);
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    assertThat(give()).isEqualTo(new Outcome.Done(eur("100.00")));
    assertThat(refunds().stream().map(GiveBackTest::key)).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void whatNobodyKnowsIsAskedAgainUnderTheSameIdButNotAtTheSameTimeNorTooLate() {
    mollie.answers(
        call -> {
          throw new NoReply("it fell silent", new IOException("it fell silent"));
        });
    assertThat(give()).isEqualTo(new Outcome.Unknown());
    assertThat(give()).as("somebody may be asking just now").isEqualTo(new Outcome.Nothing());
    assertThat(credits()).isEmpty();
    later("3 minutes");
    assertThat(give()).isEqualTo(new Outcome.Unknown());
    later("50 minutes");
    assertThat(give()).as("the provider knows the id no more").isEqualTo(new Outcome.Nothing());

    assertThat(refunds().stream().map(GiveBackTest::key).distinct()).hasSize(1);
    assertThat(giveBack.notGiven("acme", payment, "anna")).isTrue();
    assertThat(giveBack.notGiven("acme", payment, "anna")).isFalse();
    mollie.answers(call -> reply(201, "{\"id\":\"re_1\"}"));
    assertThat(give()).isEqualTo(new Outcome.Done(eur("100.00")));
  }

  @Test
  void nothingLeavesInShadowModeOrWhileTheHubIsStopped() {
    pull.hub.stores.companies().setMode("acme", DunningMode.SHADOW);
    assertThat(give()).isEqualTo(new Outcome.NotNow());
    pull.hub.stores.companies().setMode("acme", DunningMode.LIVE);
    pull.hub.stores.settings().setStopped(true);
    assertThat(give()).isEqualTo(new Outcome.NotNow());

    assertThat(refunds()).isEmpty();
    assertThat(giveBack.standing("acme", payment).latest()).isNull();
  }

  private Outcome give() {
    return giveBack.give("acme", payment, "anna");
  }

  private void later(String interval) {
    pull.hub.sql(
        "update provider_refund set asked_at = asked_at - interval '%1$s', tried_at = tried_at - interval '%1$s'"
            .formatted(interval));
  }

  private String latest(String column) {
    return pull.hub
        .jdbc()
        .sql(
            "select cast("
                + column
                + " as text) from provider_refund where state = '"
                + State.DONE
                + "'")
        .query(String.class)
        .single();
  }

  /** As the provider names the payment that nothing took. */
  private String tr() {
    return pull.hub
        .jdbc()
        .sql("select split_part(entry_key, '/', -1) from payment where payment_id = ?")
        .param(payment)
        .query(String.class)
        .single();
  }

  private List<String> credits() {
    return pull.hub.stores.refunds().credits("acme", 10).stream().map(each -> each.id()).toList();
  }

  private List<HttpCall> refunds() {
    synchronized (mollie.asked) {
      return mollie.asked.stream()
          .filter(call -> call.address().getPath().endsWith("/refunds"))
          .filter(call -> call.method().equals("POST"))
          .toList();
    }
  }

  private static String key(HttpCall call) {
    return String.valueOf(call.headers().get("idempotency-key"));
  }

  private static Payment moved(
      String id,
      PaymentKind kind,
      Direction direction,
      String amount,
      @Nullable String endToEndId,
      @Nullable String returnOf) {
    return new Payment(
        id,
        kind,
        direction,
        TODAY,
        null,
        eur(amount),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        endToEndId,
        null,
        new AccountId(null, "pfl_1", "mollie"),
        returnOf,
        null);
  }
}
