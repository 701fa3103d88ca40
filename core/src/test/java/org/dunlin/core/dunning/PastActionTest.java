package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;

import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class PastActionTest {
  private final Scene scene =
      Scene.with(Plans.steps(mail("first", "+5d"), mail("second", "previous +7d")))
          .open("i", "c-1", "2026-12-01", "EUR 100");

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"AWAITING_APPROVAL", "HELD", "FAILED", "CANCELLED"})
  void whatWasDecidedCountsAsDoneForItsStep(ActionState state) {
    scene.run(day("2026-12-06"), state);

    assertThat(scene.on("2026-12-06")).isEmpty();
    assertThat(scene.on("2026-12-07")).isEmpty();
    assertThat(scene.on("2026-12-13")).extracting(Action::step).containsExactly("second");
  }

  @ParameterizedTest
  @EnumSource(names = {"HELD", "FAILED", "CANCELLED"})
  void whatCameToNothingIsDueAgainTheNextDay(ActionState state) {
    scene.run(day("2026-12-06"), state);

    assertThat(scene.on("2026-12-07")).extracting(Action::step).containsExactly("first");
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "CANCELLED"})
  void whatFailedOrAPersonCancelledDoesNotComeBackTheSameDay(ActionState state) {
    scene.run(day("2026-12-06"), state);

    assertThat(scene.on("2026-12-06")).isEmpty();
  }

  @Test
  void whatAwaitsApprovalIsNotDecidedAgainAndNothingFollowsIt() {
    scene.run(day("2026-12-06"), ActionState.AWAITING_APPROVAL);

    assertThat(scene.on("2026-12-06")).isEmpty();
    assertThat(scene.on("2026-12-07")).isEmpty();
    assertThat(scene.on("2027-12-13")).isEmpty();
  }

  @Test
  void whatAwaitedApprovalUntilItWasOverIsPassed() {
    Scene over =
        Scene.with(
                Plans.steps(
                    mail("first", "+5d") + ", until: \"9d\", approve: true",
                    mail("second", "previous +7d")))
            .open("i", "c-1", "2026-12-01", "EUR 100");
    assertThat(over.on("2026-12-06"))
        .extracting(Action::state)
        .containsExactly(ActionState.AWAITING_APPROVAL);
    over.past.addAll(over.on("2026-12-06"));

    assertThat(over.on("2026-12-10")).isEmpty();
    assertThat(over.on("2026-12-13")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void whatWasHeldThisMorningIsDueOnceNothingHoldsIt() {
    scene.run(day("2026-12-06"), ActionState.HELD);

    assertThat(scene.on("2026-12-06")).extracting(Action::state).containsExactly(ActionState.DUE);
  }

  @Test
  void aStepIsNeverGoneBackFromEvenWhenAnEarlierOneWasNeverDone() {
    Action first = scene.on("2026-12-06").getFirst();
    scene.past.add(
        new Action(
            "other",
            "c-1",
            "test",
            "second",
            first.channel(),
            first.on(),
            ActionState.SENT,
            first.items().stream()
                .map(i -> new ActionItem(i.invoiceId(), i.dueDate(), "second", i.amount()))
                .toList(),
            first.holds()));

    assertThat(scene.on("2027-03-01")).isEmpty();
  }

  @Test
  void aChangedDueDateBeginsAgain() {
    scene.send("2026-12-06");
    scene.invoices.clear();
    scene.open("i", "c-1", "2026-12-21", "EUR 100");

    assertThat(scene.on("2026-12-25")).isEmpty();
    assertThat(scene.on("2026-12-26")).extracting(Action::step).containsExactly("first");
  }
}
