package org.dunlin.work.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pay.Owed.eur;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.NoReply;
import org.dunlin.store.pay.ProviderRefund.State;
import org.dunlin.work.pay.GiveBack.Outcome;
import org.dunlin.work.pull.PullHub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was paid twice online goes back the way on which it came, once. */
class GiveBackTest extends PaidAtMollie {
  private final GiveBack giveBack = new GiveBack(pull.hub.stores, provider);
  private UUID first;
  private UUID payment;

  @BeforeEach
  void anInvoiceThatWasPaidByTwoAttempts() {
    first = owed.invoice("INV-1", "c1");
    List<UUID> begun =
        List.of(
            owed.checkout(PullHub.SHOP, "100.00", first),
            owed.checkout(PullHub.SHOP, "100.00", first));
    paid("tr_1", begun.get(0));
    paid("tr_2", begun.get(1));
    payment = UUID.fromString(credits().getFirst());
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
    assertThat(AtMollie.key(refunds().getFirst())).isEqualTo(latest("refund_id"));
    assertThat(refunds().getFirst().address().getPath())
        .isEqualTo("/v2/payments/" + tr() + "/refunds");
    assertThat(owed.events()).contains("PROVIDER_REFUND_ASKED", "PROVIDER_REFUND_DONE");
  }

  @Test
  void itIsNoCreditMeanwhileAndWhatTheProviderTellsOfItTakesItAwayOnce() {
    give();
    pull.hub.settle();
    assertThat(credits()).isEmpty();

    gaveBack(tr(), "100.00");
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
    assertThat(refunds().stream().map(AtMollie::key)).doesNotHaveDuplicates().hasSize(2);
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

    assertThat(refunds().stream().map(AtMollie::key).distinct()).hasSize(1);
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
}
