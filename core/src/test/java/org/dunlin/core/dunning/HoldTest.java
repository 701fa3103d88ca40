package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.customer;
import static org.dunlin.core.dunning.Scene.day;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoldTest {
  private static final Hold DISPUTE = new Hold("c-1", "i-1", HoldReason.DISPUTE, day("2026-12-20"));

  private final Scene scene =
      Scene.with(Plans.steps(mail("first", "+5d")))
          .open("i-1", "c-1", "2026-12-01", "EUR 100")
          .open("i-2", "c-1", "2026-12-01", "EUR 200");

  @Test
  void aHoldOnOneInvoiceNeverHidesTheOthers() {
    List<Action> actions = scene.held(DISPUTE).on("2026-12-06");

    assertThat(actions)
        .extracting(action -> action.state() + " " + invoices(action))
        .containsExactly("DUE [i-2]", "HELD [i-1]");
    assertThat(actions.getFirst().holds()).isEmpty();
    assertThat(actions.getLast().holds()).containsExactly(DISPUTE);
    assertThat(actions).extracting(Action::id).doesNotHaveDuplicates();
  }

  @Test
  void aHoldHoldsUpToItsLastDay() {
    scene.held(DISPUTE);

    assertThat(scene.on("2026-12-20")).extracting(Action::state).contains(ActionState.HELD);
    assertThat(scene.on("2026-12-21")).extracting(Action::state).containsOnly(ActionState.DUE);
  }

  @Test
  void aHoldOnTheCustomerHoldsAllOfTheCustomersInvoicesAndNobodyElses() {
    scene.customers.add(customer("c-2"));
    scene.open("i-3", "c-2", "2026-12-01", "EUR 300");
    scene.held(new Hold("c-1", null, HoldReason.PROMISE, null));

    assertThat(scene.on("2026-12-06"))
        .extracting(action -> action.state() + " " + invoices(action))
        .containsExactly("HELD [i-1, i-2]", "DUE [i-3]");
  }

  @Test
  void aHoldThatNamesNobodyHoldsAll() {
    scene.held(new Hold(null, null, HoldReason.STOPPED, null));

    assertThat(scene.on("2026-12-06")).extracting(Action::state).containsExactly(ActionState.HELD);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void aMailToACustomerWithoutAddressIsHeldInSight(String email) {
    scene.customers.set(0, customer("c-1", email, null, null));

    List<Action> actions = scene.on("2026-12-06");

    assertThat(actions).extracting(Action::state).containsExactly(ActionState.HELD);
    assertThat(actions.getFirst().holds())
        .containsExactly(new Hold("c-1", null, HoldReason.NO_ADDRESS, null));
  }

  @Test
  void aLetterToACustomerWithoutAPostalAddressIsHeldInSight() {
    scene.plans.set(
        0, Plans.steps("id: first, due: \"+5d\", channel: LETTER, template: reminder-1"));
    assertThat(scene.on("2026-12-06")).extracting(Action::state).containsExactly(ActionState.DUE);

    scene.customers.set(0, Scene.withoutAddress("c-1"));

    assertThat(scene.on("2026-12-06").getFirst().holds())
        .containsExactly(new Hold("c-1", null, HoldReason.NO_ADDRESS, null));
  }

  @Test
  void aCustomerWhosePlanIsGoneIsHeldForAPersonRatherThanDunnedUnderAnother() {
    scene.customers.set(0, customer("c-1", "a@b.example", "retired", null));

    assertThat(scene.on("2026-12-06").getFirst().holds())
        .containsExactly(new Hold("c-1", null, HoldReason.MANUAL, null));
  }

  @Test
  void aCustomerWithPlanNoneIsNeverDunned() {
    scene.customers.set(0, customer("c-1", "a@b.example", "none", null));

    assertThat(scene.on("2027-12-06")).isEmpty();
  }

  @Test
  void whatIsHeldIsDoneLaterFromWhereItStood() {
    scene.held(DISPUTE);
    scene.send("2026-12-06");

    assertThat(scene.on("2026-12-21"))
        .extracting(action -> action.state() + action.step() + invoices(action))
        .containsExactly("DUEfirst[i-1]");
  }

  private static List<String> invoices(Action action) {
    return action.items().stream().map(ActionItem::invoiceId).toList();
  }
}
