package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.customer;
import static org.dunlin.core.dunning.Scene.day;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.junit.jupiter.api.Test;

class OnboardingTest {
  private static final Plan PLAN =
      Plans.with(
          "onboarding: {enterAt: first, perDay: 2}",
          mail("notice", "-3d") + ", until: \"0d\"",
          mail("first", "+5d"),
          mail("second", "previous +7d"));

  @Test
  void oldInvoicesBeginWithTheFirstStepThatStillHoldsAndThenFollowThePlan() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2020-01-01", "EUR 100");

    assertThat(scene.send("2026-12-06")).extracting(Action::step).containsExactly("first");
    assertThat(scene.send("2026-12-12")).isEmpty();
    assertThat(scene.send("2026-12-13")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void soManyInvoicesEnterOnADayOldestDueFirst() {
    Scene scene = fiveOldCustomers();

    assertThat(customers(scene.send("2026-12-06"))).containsExactly("c-4", "c-5");
    assertThat(customers(scene.send("2026-12-07"))).containsExactly("c-2", "c-3");
    assertThat(customers(scene.send("2026-12-08"))).containsExactly("c-1");
  }

  @Test
  void aSecondRunOnTheDayLetsNobodyElseIn() {
    Scene scene = fiveOldCustomers();
    scene.send("2026-12-06");

    assertThat(scene.on("2026-12-06")).isEmpty();
  }

  @Test
  void whoEnteredTodayAndPaidStillTookAPlace() {
    Scene scene = fiveOldCustomers();
    scene.send("2026-12-06");
    scene.invoices.removeIf(open -> open.invoice().customerId().equals("c-5"));

    assertThat(scene.on("2026-12-06")).isEmpty();
  }

  @Test
  void whoGoesOnWithTheNextStepTakesNoPlaceEither() {
    Scene scene = fiveOldCustomers();
    scene.send("2026-12-06");
    scene.invoices.removeIf(open -> open.invoice().customerId().compareTo("c-4") < 0);
    scene.send("2026-12-13");
    scene.customers.add(customer("late"));
    scene.open("late", "late", "2024-06-01", "EUR 100");

    assertThat(customers(scene.on("2026-12-13"))).containsExactly("late");
  }

  @Test
  void whoIsHeldTakesNoPlace() {
    Scene scene = fiveOldCustomers();
    scene.held(new Hold("c-5", null, HoldReason.PROMISE, null));

    List<Action> actions = scene.on("2026-12-06");

    assertThat(customers(actions, ActionState.HELD)).containsExactly("c-5");
    assertThat(customers(actions, ActionState.DUE)).containsExactly("c-3", "c-4");
  }

  @Test
  void theInvoicesOfACustomerAreCountedEach() {
    Scene scene = Scene.with(PLAN);
    scene.customers.add(customer("c-2"));
    scene.open("i-1", "c-1", "2024-06-01", "EUR 100");
    scene.open("i-2", "c-1", "2024-06-02", "EUR 100");
    scene.open("i-3", "c-2", "2024-06-03", "EUR 100");

    assertThat(customers(scene.send("2026-12-06"))).containsExactly("c-1");
    assertThat(customers(scene.send("2026-12-07"))).containsExactly("c-2");
  }

  @Test
  void whatBecomesOverdueOnceThePlanHasBegunDoesNotWaitInTheQueue() {
    Scene scene = fiveOldCustomers();
    scene.began.put("test", day("2026-12-01"));
    scene.customers.add(customer("new"));
    scene.open("recent", "new", "2026-11-30", "EUR 100");

    assertThat(customers(scene.on("2026-12-06"))).containsExactly("c-4", "c-5", "new");

    scene.invoices.removeLast();
    scene.open("recent", "new", "2026-11-29", "EUR 100");
    assertThat(customers(scene.on("2026-12-06"))).containsExactly("c-4", "c-5");
  }

  @Test
  void aPlanBeganWithItsFirstActionWhereNobodySaysWhen() {
    Scene scene = fiveOldCustomers();
    scene.send("2026-12-06");
    scene.customers.add(customer("new"));
    scene.open("recent", "new", "2026-12-07", "EUR 100");

    assertThat(customers(scene.send("2026-12-12"))).containsExactly("c-2", "c-3", "new");
  }

  @Test
  void oldInvoicesEnterAtTheStepThatThePlanNames() {
    Plan plan =
        Plans.with(
            "onboarding: {enterAt: second, perDay: 2}",
            mail("notice", "-3d"),
            mail("first", "+5d"),
            mail("second", "previous +7d"),
            mail("third", "previous +9d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2020-01-01", "EUR 100");

    assertThat(scene.send("2026-12-06")).extracting(Action::step).containsExactly("second");
    assertThat(scene.send("2026-12-14")).isEmpty();
    assertThat(scene.send("2026-12-15")).extracting(Action::step).containsExactly("third");
  }

  @Test
  void anOldInvoiceWhoseEntranceIsStillToComeWaitsForIt() {
    Plan plan =
        Plans.with(
            "onboarding: {enterAt: second, perDay: 2}",
            mail("first", "+5d"),
            mail("second", "previous +7d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-11-26", "EUR 100");
    scene.began.put("test", day("2026-12-01"));

    assertThat(scene.on("2026-12-07")).isEmpty();
    assertThat(scene.on("2026-12-08")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void aPlanWithoutOnboardingTakesAllAtOnce() {
    Scene scene = fiveOldCustomers();
    scene.plans.set(0, Plans.steps(mail("first", "+5d")));

    assertThat(scene.on("2026-12-06")).hasSize(5);
  }

  @Test
  void anOldInvoiceMayBeginWithACallHoweverLongAgoItsDayWas() {
    Plan plan =
        Plans.with(
            "onboarding: {enterAt: first, perDay: 2}",
            "id: call, due: \"+5d\", channel: CALL, waitAtMost: 3d",
            mail("mail", "previous +1d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2020-01-01", "EUR 100");

    assertThat(scene.run(day("2026-12-06"), ActionState.DUE))
        .extracting(Action::step)
        .containsExactly("call");
    assertThat(scene.on("2026-12-09")).isEmpty();
    assertThat(scene.on("2026-12-10")).extracting(Action::step).containsExactly("mail");
  }

  private static Scene fiveOldCustomers() {
    Scene scene = Scene.with(PLAN);
    scene.customers.clear();
    for (int i = 1; i <= 5; i++) {
      scene.customers.add(customer("c-" + i));
      scene.open("i-" + i, "c-" + i, (2025 - i) + "-06-01", "EUR 100");
    }
    return scene;
  }

  private static List<String> customers(List<Action> actions) {
    return actions.stream().map(Action::customerId).toList();
  }

  private static List<String> customers(List<Action> actions, ActionState state) {
    return customers(actions.stream().filter(action -> action.state() == state).toList());
  }
}
