package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.agreement.CallOutcome;
import org.dunlin.core.model.ActionState;
import org.dunlin.store.dialogue.Standstill;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.InvoiceFile;
import org.junit.jupiter.api.Test;

/** A call that a plan asks for is a task until its outcome is noted. */
class CallsTest extends OverdueInvoice {
  @Test
  void aCallIsATaskUntilItsOutcomeIsNoted() {
    call("a-1");
    Calls calls = new Calls(hub.stores);
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.CALL);
    calls.called("acme", "a-1", Calls.Said.of(CallOutcome.NO_ANSWER, null), "anna");
    assertThat(tasks()).hasSize(1);

    calls.called(
        "acme",
        "a-1",
        new Calls.Said(CallOutcome.PROMISE, "Pays on Friday", null, TODAY.plusDays(3), null, null),
        "anna");
    assertThat(tasks()).isEmpty();
    assertThat(hub.stores.actions().find("acme", "a-1").orElseThrow().state())
        .isEqualTo(ActionState.DONE);
    nextDay();
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(hub.stores.talk().standstills().standing("acme"))
        .extracting(Standstill::on)
        .containsExactly(TODAY.plusDays(3));
  }

  @Test
  void aPromiseOnACallIsOfWhatIsStillOpen() {
    hub.offer("other.xml", InvoiceFile.of("INV-2026-1101", "c0", OVERDUE, "50.00").bytes());
    hub.settle();
    UUID other = hub.stores.invoices().openOfNumber("acme", "INV-2026-1101").getFirst();
    call("a-1", other);
    pay(TODAY, "100.00");
    hub.settle();
    new Calls(hub.stores)
        .called(
            "acme",
            "a-1",
            new Calls.Said(CallOutcome.PROMISE, null, null, TODAY.plusDays(3), null, null),
            "anna");
    assertThat(hub.stores.talk().standstills().standing("acme"))
        .singleElement()
        .satisfies(
            promise -> {
              assertThat(promise.invoices()).containsExactly(other);
              assertThat(promise.amount()).isEqualTo(eur("50.00"));
            });
  }

  @Test
  void aWrongNumberIsATaskOfItsOwnThatAPersonEnds() {
    call("a-1");
    new Calls(hub.stores)
        .called("acme", "a-1", Calls.Said.of(CallOutcome.WRONG_NUMBER, "A bakery"), "anna");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.WRONG_NUMBER);
    String subject = tasks().getFirst().subjectId();
    Tasks tasks = new Tasks(hub.stores);
    tasks.assign("acme", TaskKind.WRONG_NUMBER, subject, "bert", "anna");
    assertThat(tasks()).extracting(WorkList.Line::assignee).containsExactly("bert");
    tasks.done("acme", TaskKind.WRONG_NUMBER, subject, "bert");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aCallForWhatIsPromisedMeanwhileIsWithdrawn() {
    call("a-1");
    promise(TODAY.plusDays(3));
    hub.run();
    assertThat(tasks()).isEmpty();
    assertThat(hub.stores.actions().find("acme", "a-1").orElseThrow().state())
        .isEqualTo(ActionState.CANCELLED);
  }
}
