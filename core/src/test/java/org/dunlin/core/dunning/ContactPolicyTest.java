package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;

import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContactPolicyTest {
  private static final String SEVEN_DAYS = "contact: {minDaysBetween: 7}";

  private final Scene scene =
      Scene.with(Plans.with(SEVEN_DAYS, mail("first", "+5d")))
          .open("i-1", "c-1", "2026-12-01", "EUR 100")
          .open("i-2", "c-1", "2026-12-03", "EUR 200");

  @ParameterizedTest
  @EnumSource(names = {"SENT", "DONE", "UNKNOWN", "SENDING", "DUE"})
  void theNextContactComesNoSoonerThanThePlanAllows(ActionState state) {
    scene.run(day("2026-12-06"), state);

    Action held = scene.on("2026-12-08").getFirst();
    assertThat(held.state()).isEqualTo(ActionState.HELD);
    assertThat(held.holds())
        .containsExactly(new Hold("c-1", null, HoldReason.CONTACT_POLICY, day("2026-12-12")));
    assertThat(scene.on("2026-12-12")).extracting(Action::state).containsExactly(ActionState.HELD);
    assertThat(scene.on("2026-12-13")).extracting(Action::state).containsExactly(ActionState.DUE);
  }

  @Test
  void aMessageThatFailedWasNoContact() {
    scene.run(day("2026-12-06"), ActionState.FAILED);

    assertThat(scene.on("2026-12-08")).extracting(Action::state).containsExactly(ActionState.DUE);
  }

  @Test
  void aMessageThatNobodyHasApprovedReachedNobodyButIsTheContactOfItsDay() {
    scene.run(day("2026-12-06"), ActionState.AWAITING_APPROVAL);
    scene.open("i-3", "c-1", "2026-12-01", "EUR 300");

    assertThat(scene.on("2026-12-06")).extracting(Action::state).containsExactly(ActionState.HELD);
    assertThat(scene.on("2026-12-07")).extracting(Action::state).containsExactly(ActionState.DUE);
  }

  @Test
  void contactWithOneCustomerLeavesAnotherFree() {
    scene.customers.add(Scene.customer("c-2"));
    scene.run(day("2026-12-06"), ActionState.SENT);
    scene.open("i-3", "c-2", "2026-12-01", "EUR 300");

    assertThat(scene.on("2026-12-07"))
        .extracting(action -> action.customerId() + action.state())
        .containsExactly("c-2DUE");
  }

  @Test
  void whatBecomesDueAfterTheDaysMessageWaitsForTomorrowEvenWithoutAPolicy() {
    Scene free =
        Scene.with(Plans.steps(mail("first", "+5d"))).open("i-1", "c-1", "2026-12-01", "EUR 100");
    free.send("2026-12-06");
    free.open("i-2", "c-1", "2026-12-01", "EUR 100");

    assertThat(free.on("2026-12-06")).extracting(Action::state).containsExactly(ActionState.HELD);
    assertThat(free.on("2026-12-07")).extracting(Action::state).containsExactly(ActionState.DUE);
  }

  @Test
  void handingOverIsNoContactAndWaitsForNone() {
    Plan plan =
        Plans.with(
            SEVEN_DAYS,
            mail("first", "+5d"),
            "id: handover, due: \"previous +1d\", channel: HANDOVER");
    Scene handing = Scene.with(plan).open("i-1", "c-1", "2026-12-01", "EUR 100");
    handing.send("2026-12-06");
    assertThat(handing.send("2026-12-07"))
        .extracting(Action::state)
        .containsExactly(ActionState.DUE);
    handing.open("i-2", "c-1", "2026-12-08", "EUR 100");

    assertThat(handing.on("2026-12-13")).extracting(Action::state).containsExactly(ActionState.DUE);
  }
}
