package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.junit.jupiter.api.Test;

/** Steps that count as done on their due day without being done. */
class PassedStepTest {
  private static final String CALL = "id: call, due: \"previous +7d\", channel: CALL";

  @Test
  void aStepMayBeDoneUntilTheLastDayOfItsValidityAndNotAfter() {
    Scene scene =
        Scene.with(Plans.steps(mail("notice", "-3d") + ", until: \"-1d\"", mail("first", "+5d")))
            .open("i", "c-1", "2026-12-10", "EUR 100");

    assertThat(scene.on("2026-12-09")).extracting(Action::step).containsExactly("notice");
    assertThat(scene.on("2026-12-10")).isEmpty();
    assertThat(scene.on("2026-12-15")).extracting(Action::step).containsExactly("first");
  }

  @Test
  void aStepBeforeTheDueDateIsNotDoneOnceTheInvoiceIsOverdueEvenWithoutUntil() {
    Scene scene =
        Scene.with(Plans.steps(mail("notice", "-3d"), mail("first", "+5d")))
            .open("i", "c-1", "2026-12-10", "EUR 100");

    assertThat(scene.on("2026-12-10")).extracting(Action::step).containsExactly("notice");
    assertThat(scene.on("2026-12-11")).isEmpty();
  }

  @Test
  void aStepThatIsOverCountsAsDoneOnItsDueDayForTheOneAfterIt() {
    Scene scene =
        Scene.with(
                Plans.steps(
                    mail("notice", "-3d") + ", until: \"0d\"", mail("first", "previous +7d")))
            .open("i", "c-1", "2026-12-10", "EUR 100");

    assertThat(scene.on("2026-12-13")).isEmpty();
    assertThat(scene.on("2026-12-14")).extracting(Action::step).containsExactly("first");
  }

  @Test
  void aStepIsPassedWhereLessIsOpenThanItsMinimum() {
    Plan plan =
        Plans.steps(
            mail("first", "+5d"),
            CALL + ", minAmount: {EUR: \"500.00\"}",
            mail("second", "previous +7d"));

    assertThat(secondStepsAfterFirst(plan, "EUR 499.99", "2026-12-13")).isEmpty();
    assertThat(secondStepsAfterFirst(plan, "EUR 499.99", "2026-12-20")).containsExactly("second");
    assertThat(secondStepsAfterFirst(plan, "EUR 500.00", "2026-12-13")).containsExactly("call");
    assertThat(secondStepsAfterFirst(plan, "USD 1.00", "2026-12-13")).containsExactly("call");
  }

  @Test
  void aCallThatIsNotMadeKeepsTheNextStepWaitingAsLongAsItMayWait() {
    Plan plan =
        Plans.steps(
            mail("first", "+5d"), CALL + ", waitAtMost: 10d", mail("second", "previous +7d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-01", "EUR 100");
    scene.send("2026-12-06");
    scene.run(day("2026-12-13"), ActionState.DUE);

    assertThat(scene.on("2026-12-20")).isEmpty();
    assertThat(scene.on("2026-12-23")).isEmpty();
    assertThat(scene.on("2026-12-24")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void aCallThatWasMadeLetsTheNextStepComeOnItsDay() {
    Plan plan =
        Plans.steps(
            mail("first", "+5d"), CALL + ", waitAtMost: 10d", mail("second", "previous +7d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-01", "EUR 100");
    scene.send("2026-12-06");
    scene.run(day("2026-12-13"), ActionState.DONE);

    assertThat(scene.on("2026-12-19")).isEmpty();
    assertThat(scene.on("2026-12-20")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void aCallWithoutALimitWaitsForThePersonWhoMakesIt() {
    Plan plan = Plans.steps(mail("first", "+5d"), CALL, mail("second", "previous +7d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-01", "EUR 100");
    scene.send("2026-12-06");
    scene.run(day("2026-12-13"), ActionState.DUE);

    assertThat(scene.on("2027-12-13")).isEmpty();
  }

  @Test
  void aCallWhoseDayIsTooLongAgoIsPassed() {
    Plan plan =
        Plans.steps(
            mail("first", "+5d"), CALL + ", waitAtMost: 5d", mail("second", "previous +20d"));

    assertThat(secondStepsAfterFirst(plan, "EUR 100", "2026-12-18")).containsExactly("call");
    assertThat(secondStepsAfterFirst(plan, "EUR 100", "2026-12-19")).isEmpty();
    assertThat(secondStepsAfterFirst(plan, "EUR 100", "2027-01-02")).containsExactly("second");
  }

  private static List<String> secondStepsAfterFirst(Plan plan, String open, String on) {
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-01", open);
    scene.send("2026-12-06");
    return scene.on(on).stream().map(Action::step).toList();
  }
}
