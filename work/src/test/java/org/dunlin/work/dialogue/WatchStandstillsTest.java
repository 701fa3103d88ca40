package org.dunlin.work.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.PromiseState;
import org.dunlin.store.dialogue.StandstillState;
import org.dunlin.store.view.TaskKind;
import org.dunlin.store.view.WorkList;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.Test;

/** What was agreed is followed up: kept, or broken and a task. */
class WatchStandstillsTest extends OverdueInvoice {
  @Test
  void aPromiseThatIsPaidIsKept() {
    UUID promise = promise(TODAY.plusDays(1));
    hub.run();
    assertThat(heldBy()).contains("PROMISE");
    hub.day.begin("acme", TODAY.plusDays(1));
    pay(TODAY, "100.00");
    hub.run();

    assertThat(state(promise)).isEqualTo(StandstillState.KEPT);
    assertThat(tasks()).isEmpty();
    assertThat(events()).contains("PROMISE_MADE", "PROMISE_KEPT");
  }

  @Test
  void aPromiseThatIsNotPaidIsBrokenOnceItsStatementCameAndDunningResumes() {
    UUID promise = promise(TODAY);
    hub.run();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.run();
    assertThat(state(promise))
        .as("the statement of its day is missing")
        .isEqualTo(StandstillState.OPEN);

    covered(TODAY);
    hub.run();
    assertThat(state(promise)).isEqualTo(StandstillState.BROKEN);
    assertThat(hub.outlet.emails()).hasSize(1);
    assertThat(tasks())
        .singleElement()
        .satisfies(
            task -> {
              assertThat(task.kind()).isEqualTo(TaskKind.BROKEN_PROMISE);
              assertThat(task.atRisk()).isEqualTo(eur("100.00"));
            });
    assertThat(record(promise)).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void moneyThatCouldKeepAPromiseKeepsItOpenUntilItIsKnown() {
    UUID promise = promise(TODAY);
    hub.run();
    hub.day.begin("acme", TODAY.plusDays(1));
    hub.offer(
        "payment.xml",
        BankFile.empty()
            .with(
                TestHub.IBAN,
                TODAY,
                TODAY,
                BigDecimal.ZERO,
                List.of(Entry.in("R9", TODAY, "100.00", "Somebody", "thank you")))
            .bytes());
    hub.run();
    assertThat(state(promise)).isEqualTo(StandstillState.OPEN);
    assertThat(hub.outlet.emails()).isEmpty();
  }

  @Test
  void anArrangementIsAgreedWithinTheRulesOnlyAndBrokenByAMissedInstalment() {
    assertThatThrownBy(() -> propose(part(1, "99.99")))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.OTHER_SUM));
    UUID tooSmall = propose(part(1, "20.00"), part(2, "80.00"));
    assertThatThrownBy(() -> arrangements.agree("acme", tooSmall, "anna"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.TOO_SMALL));
    assertThat(tasks()).extracting(WorkList.Line::kind).containsExactly(TaskKind.PROPOSAL);
    arrangements.rules("acme", 6, 180, new BigDecimal("20"), "anna");
    arrangements.agree("acme", tooSmall, "anna");
    hub.run();
    assertThat(heldBy()).contains("ARRANGEMENT");

    nextDay();
    hub.run();
    assertThat(state(tooSmall)).isEqualTo(StandstillState.AGREED);
    hub.day.begin("acme", TODAY.plusDays(2));
    covered(TODAY.plusDays(1));
    hub.run();
    assertThat(state(tooSmall)).isEqualTo(StandstillState.BROKEN);
    assertThat(hub.outlet.emails()).hasSize(1);
  }

  @Test
  void moreThanIsOpenIsNotPromised() {
    assertThatThrownBy(
            () ->
                promises.make(
                    "acme",
                    new Promises.Said(customer, List.of(), new BigDecimal("100.01"), TODAY, null),
                    "anna"))
        .isInstanceOfSatisfying(
            NotSaid.class, e -> assertThat(e.refusal()).isEqualTo(Refusal.MORE_THAN_OPEN));
    assertThat(events()).doesNotContain("PROMISE_MADE");
  }
}
