package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.dialogue.HandOver;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.TestHub;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.handover.HandOvers;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** A case goes to an agency once a person says so, is not dunned meanwhile, and ends. */
class HandOverTest extends HandedOver {
  private final HandOvers handOvers = new HandOvers(hub.stores);

  private List<TaskKind> tasks() {
    return hub
        .stores
        .views()
        .workList()
        .page("acme", CurrencyUnit.EUR, WorkList.Choice.ALL, TestHub.TODAY, null, 50)
        .items()
        .stream()
        .map(WorkList.Line::kind)
        .toList();
  }

  private List<HoldReason> holds() {
    return Standing.of(hub.stores, "acme", TestHub.TODAY).holds().stream()
        .filter(hold -> invoice().toString().equals(hold.invoiceId()))
        .map(hold -> hold.reason())
        .toList();
  }

  @Test
  void aCaseWaitsForAPersonUntilTheCompanySaysOtherwise() {
    connect("person");
    Action action = decided();
    TestHub.drain(deliver::next);

    assertThat(put).isEmpty();
    assertThat(given().getFirst().state()).isEqualTo(EffectState.AWAITING_APPROVAL);
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.AWAITING_APPROVAL);
    assertThat(tasks()).containsExactly(TaskKind.HANDOVER);
    assertThat(holds()).isEmpty();
  }

  @Test
  void whereTheCompanySaysSoItGoesAsItsPlanSays() {
    connect("automatic");
    decided();
    TestHub.drain(deliver::next);

    assertThat(put).hasSize(1);
    assertThat(given().getFirst().state()).isEqualTo(EffectState.SENT);
  }

  @Test
  void whatIsWithAnAgencyIsHeldAndThatIsNoReasonForTheCaseItself() {
    connect("person");
    Action action = decided();
    release();

    assertThat(given().getFirst().state()).isEqualTo(EffectState.SENT);
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.SENT);
    assertThat(handOver().isOut()).isTrue();
    assertThat(holds()).containsExactly(HoldReason.MANUAL);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void whatIsPaidIsTakenBackTheAgencyIsToldOnceAndAPersonToo() {
    connect("person");
    decided();
    release();
    hub.sql("update invoice set claimed = outstanding");
    hub.sql("update company set dunned_on = null where company_id = 'acme'");
    hub.decide();
    TestHub.drain(deliver::next);
    hub.decide();
    TestHub.drain(deliver::next);

    assertThat(handOver().ended()).isEqualTo(HandOver.End.PAID);
    assertThat(put.keySet())
        .containsExactly(
            "case-" + handOver().id() + ".zip", "case-" + handOver().id() + "-recall.json");
    assertThat(tasks()).containsExactly(TaskKind.RECALLED);
    assertThat(holds()).isEmpty();
  }

  @Test
  void ofWhatBouncedAfterTheCaseWasPaidATaskOpensTheCaseAgain() {
    connect("person");
    decided();
    release();
    assertThat(handOvers.reopen("acme", handOver().id(), "anna")).as("it is there").isFalse();
    hub.sql("update invoice set claimed = outstanding");
    assertThat(recalled()).isTrue();
    TestHub.drain(deliver::next);
    assertThat(handOvers.reopen("acme", handOver().id(), "anna")).as("it is paid").isFalse();
    hub.stores
        .talk()
        .marks()
        .done("acme", TaskKind.RECALLED.name(), handOver().id().toString(), "anna");

    hub.sql("update invoice set claimed = 0");
    assertThat(tasks()).containsExactly(TaskKind.REOPEN);
    assertThat(handOvers.reopen("acme", handOver().id(), "anna")).isTrue();
    assertThat(handOvers.reopen("acme", handOver().id(), "anna")).as("once").isFalse();
    TestHub.drain(deliver::next);

    assertThat(handOver().isOut()).isTrue();
    assertThat(tasks()).isEmpty();
    assertThat(holds()).containsExactly(HoldReason.MANUAL);
    assertThat(put.keySet()).hasSize(3).contains("case-" + handOver().id() + "-reopen.json");

    hub.sql("update invoice set claimed = outstanding");
    assertThat(recalled()).isTrue();
    assertThat(tasks()).as("it is paid anew").containsExactly(TaskKind.RECALLED);
  }

  @Test
  void whatIsOpenAgainAtThatMomentIsNotTakenBack() {
    connect("person");
    decided();
    release();
    hub.sql("update invoice set claimed = outstanding");
    CompletableFuture<Boolean> recalled =
        hub.stores
            .transactions()
            .in(
                () -> {
                  hub.sql("update invoice set claimed = 0");
                  return hub.waiting(this::recalled);
                });

    assertThat(recalled.join()).isFalse();
    hub.sql("update invoice set claimed = outstanding");
    assertThat(recalled()).isTrue();
  }

  private boolean recalled() {
    hub.stores.transactions().run(() -> handOvers.recallWhatIsPaid("acme"));
    return handOver().ended() != null;
  }

  @Test
  void aPersonNotesWhatTheAgencySaysAndTakesTheCaseBack() {
    connect("person");
    decided();
    assertThat(handOvers.status("acme", handOver().id(), HandOver.Status.ACCEPTED, "anna"))
        .as("it is not with the agency yet")
        .isFalse();
    release();

    assertThat(handOvers.status("acme", handOver().id(), HandOver.Status.IN_COURT, "anna"))
        .isTrue();
    assertThat(handOver().status()).isEqualTo(HandOver.Status.IN_COURT);
    assertThat(handOvers.end("acme", handOver().id(), HandOver.End.RECALLED, "anna")).isTrue();
    assertThat(handOvers.end("acme", handOver().id(), HandOver.End.RECALLED, "anna")).isFalse();
    TestHub.drain(deliver::next);
    assertThat(put.keySet()).contains("case-" + handOver().id() + "-recall.json");
    assertThat(holds()).isEmpty();
  }

  @Test
  void whatThePersonDoesNotReleaseStaysHere() {
    connect("person");
    Action action = decided();
    hub.decisions.decideWaiting("acme", given().getFirst().id(), false, "anna");
    TestHub.drain(deliver::next);

    assertThat(put).isEmpty();
    assertThat(hub.stores.actions().find("acme", action.id()).orElseThrow().state())
        .isEqualTo(ActionState.CANCELLED);
  }
}
