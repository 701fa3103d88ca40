package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.store.view.WorkList.Urgency;
import org.junit.jupiter.api.Test;

/** What is contested is not asked for until it is decided and, where need be, credited. */
class DisputesTest extends OverdueInvoice {
  @Test
  void aDisputeOfAllHoldsTheInvoiceUntilItIsRejected() {
    UUID dispute = disputes.open("acme", disputed(null), "anna");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy()).contains("DISPUTE");

    disputes.reject("acme", dispute, "Delivered as ordered", "anna");
    hub.run();
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void whatIsAcceptedIsNotAskedForUntilTheBooksShowTheCredit() {
    UUID dispute = dispute("30.00");
    disputes.accept("acme", dispute, "Wrong price", "anna");
    hub.run();
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.CREDIT);

    disputes.credited("acme", dispute, "anna");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aDisputePastItsDeadlineIsEscalated() {
    disputes.open(
        "acme",
        new Disputes.Said(
            invoice, null, DisputeReason.PRICE, "bert", TODAY.plusDays(2), "Too much"),
        "anna");
    assertThat(tasks()).extracting(WorkList.Line::urgency).containsExactly(Urgency.COMING);
    assertThat(tasksOn(TODAY.plusDays(2)))
        .extracting(WorkList.Line::urgency)
        .containsExactly(Urgency.DUE);
    assertThat(tasksOn(TODAY.plusDays(3)))
        .extracting(WorkList.Line::urgency)
        .containsExactly(Urgency.ESCALATED);
  }
}
