package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.store.view.WorkList.Urgency;
import org.dunlin.work.InvoiceFile;
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

  @Test
  void whatIsContestedAlreadyIsNotContestedAgain() {
    dispute("60.00");
    assertThatThrownBy(() -> dispute("60.00"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.CONTESTED));
    UUID rest = disputes.open("acme", disputed(null), "anna");
    assertThat(hub.stores.talk().standstills().find("acme", rest).orElseThrow().amount())
        .isEqualTo(eur("40.00"));
    assertThatThrownBy(() -> disputes.open("acme", disputed(null), "anna"))
        .isInstanceOf(NotSaid.class);
  }

  @Test
  void oneCreditNoteIsTheCreditOfOneDispute() {
    UUID older = dispute("30.00");
    UUID younger = dispute("30.00");
    disputes.accept("acme", older, "Wrong price", "anna");
    disputes.accept("acme", younger, "Broken", "anna");
    credit("CN-1", "30.00");
    hub.run();

    assertThat(state(older)).isEqualTo(StandstillState.CREDITED);
    assertThat(state(younger)).isEqualTo(StandstillState.ACCEPTED);
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("40[.,]00");

    hub.stores.companies().addWorkDue("acme", WorkDue.DUN);
    hub.run();
    assertThat(state(younger)).as("the credit is used").isEqualTo(StandstillState.ACCEPTED);
    credit("CN-2", "30.00");
    hub.run();
    assertThat(state(younger)).isEqualTo(StandstillState.CREDITED);
  }

  @Test
  void aCreditBeforeTheDecisionIsNotTakenOffTwice() {
    dispute("30.00");
    credit("CN-1", "30.00");
    hub.run();
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
  }

  @Test
  void aCreditThatOnlyTheProgramShowsIsSeen() {
    UUID dispute = dispute("30.00");
    disputes.accept("acme", dispute, "Wrong price", "anna");
    hub.offer("again.xml", file().payable("70.00").bytes());
    hub.settle();
    hub.run();
    assertThat(state(dispute)).isEqualTo(StandstillState.CREDITED);
    assertThat(hub.outlet.emails().getFirst().text()).containsPattern("70[.,]00");
  }

  @Test
  void anInvoiceIsHeldOfWhichTheRestIsNotWorthAMessage() {
    dispute("99.99");
    hub.run();
    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(heldBy()).contains("DISPUTE");
  }

  @Test
  void namesWithControlCharactersAndDaysBeyondACalendarAreRefused() {
    UUID dispute = dispute("30.00");
    assertThatThrownBy(
            () ->
                new Tasks(hub.stores)
                    .assign("acme", TaskKind.DISPUTE, dispute.toString(), "be\u0000rt", "anna"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.WRONG_CHARACTERS));
    Arrangements.Part never = new Arrangements.Part(LocalDate.MAX, new BigDecimal("100.00"));
    assertThatThrownBy(() -> propose(never))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.NO_SUCH_DAY));
    assertThatThrownBy(
            () ->
                arrangements.proposeEqual(
                    "acme",
                    customer,
                    List.of(),
                    LocalDate.MAX,
                    3,
                    Arrangements.Every.MONTH,
                    null,
                    "anna"))
        .isInstanceOf(NotSaid.class);
  }

  private static InvoiceFile file() {
    return InvoiceFile.of("INV-2026-1100", "c0", OVERDUE, "100.00");
  }

  private void credit(String number, String amount) {
    hub.offer(number + ".xml", file().creditNote(number, amount));
    hub.settle();
  }
}
