package org.dunlin.store.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.store.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One step an instalment is decided once, and the database is what refuses a second. */
class ActionsTest {
  private final Rows rows = new Rows();
  private final Actions actions = rows.stores.actions();
  private final UUID invoice = rows.invoice("acme", "1", "10.00");
  private final UUID second = rows.invoice("acme", "2", "20.00");

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aStepIsDecidedOnce() {
    assertThat(actions.add("acme", action("a", ActionState.DUE, invoice))).isTrue();
    assertThat(actions.add("acme", action("b", ActionState.DUE, invoice))).isFalse();

    assertThat(actions.find("acme", "b")).isEmpty();
    assertThat(actions.past("acme", List.of(), List.of(invoice)))
        .extracting(Action::id)
        .containsExactly("a");
  }

  @Test
  void anActionOfWhichOneStepWasDecidedBeforeTakesNoneOfTheOthers() {
    actions.add("acme", action("a", ActionState.DUE, invoice));
    assertThat(actions.add("acme", action("b", ActionState.DUE, second, invoice))).isFalse();

    assertThat(actions.add("acme", action("c", ActionState.DUE, second))).isTrue();
  }

  @Test
  void theSameDecisionMadeAgainLeavesTheFirstAsItIs() {
    actions.add("acme", action("a", ActionState.DUE, invoice));
    actions.setState("acme", "a", ActionState.SENT);
    assertThat(actions.add("acme", action("a", ActionState.DUE, invoice))).isFalse();

    assertThat(actions.find("acme", "a").map(Action::state)).contains(ActionState.SENT);
    assertThat(actions.add("acme", action("b", ActionState.DUE, invoice)))
        .as("its step is still taken")
        .isFalse();
  }

  @Test
  void anActionThatWentOutTakesNoFurtherStepsUnderItsName() {
    actions.add("acme", action("a", ActionState.DUE, invoice));
    actions.setState("acme", "a", ActionState.SENT);
    assertThat(actions.add("acme", action("a", ActionState.DUE, second))).isFalse();

    assertThat(actions.find("acme", "a").orElseThrow().items())
        .extracting(ActionItem::invoiceId)
        .containsExactly(invoice.toString());
  }

  @Test
  void aCancelledOrFailedActionGivesItsStepsBack() {
    for (ActionState state : List.of(ActionState.CANCELLED, ActionState.FAILED)) {
      actions.add("acme", action("a" + state, ActionState.DUE, invoice));
      actions.setState("acme", "a" + state, state);
    }

    assertThat(actions.add("acme", action("b", ActionState.DUE, invoice))).isTrue();
  }

  @Test
  void aCancelledActionMayBeDecidedAnewUnderItsName() {
    actions.add("acme", action("a", ActionState.DUE, invoice));
    actions.setState("acme", "a", ActionState.CANCELLED);

    assertThat(actions.add("acme", action("a", ActionState.DUE, invoice))).isTrue();
    assertThat(actions.find("acme", "a").map(Action::state)).contains(ActionState.DUE);
  }

  @Test
  void heldActionsTakeNoStepAndAreReplacedAsAWhole() {
    actions.putHeld("acme", List.of(action("h1", ActionState.HELD, invoice)));
    actions.putHeld("acme", List.of(action("h2", ActionState.HELD, invoice)));

    assertThat(actions.find("acme", "h1")).isEmpty();
    assertThat(actions.past("acme", List.of(), List.of(invoice))).isEmpty();
    assertThat(actions.add("acme", action("a", ActionState.DUE, invoice))).isTrue();
  }

  @Test
  void aDayCountsWhatWentOutOrIsAboutTo() {
    actions.add("acme", action("a", ActionState.DUE, invoice));
    actions.add("acme", action("b", ActionState.AWAITING_APPROVAL, second));

    assertThat(actions.takenOn("acme", Rows.DAY)).isEqualTo(1);
    assertThat(actions.takenPerDayBefore("acme", Rows.DAY.plusDays(1), 30)).containsExactly(1);
    assertThat(actions.takenPerDayBefore("acme", Rows.DAY, 30)).isEmpty();
  }

  @Test
  void whenAPlanBeganDoesNotHangOnWhoStillOwes() {
    actions.putHeld("acme", List.of(action("h", ActionState.HELD, second)));
    assertThat(actions.began("acme", "standard")).as("only held").isEmpty();

    actions.add("acme", action("a", ActionState.DUE, invoice));
    actions.setState("acme", "a", ActionState.SENT);
    rows.jdbc().sql("update invoice set status = 'PAID'").update();

    assertThat(actions.began("acme", "standard")).contains(Rows.DAY);
    assertThat(actions.began("acme", "another")).isEmpty();
    assertThat(actions.began("globex", "standard")).isEmpty();
  }

  private Action action(String id, ActionState state, UUID... invoices) {
    String customer =
        rows.jdbc()
            .sql("select customer_id from invoice where invoice_id = ?")
            .param(invoices[0])
            .query(String.class)
            .single();
    return new Action(
        id,
        customer,
        "standard",
        "reminder-1",
        Channel.EMAIL,
        Rows.DAY,
        state,
        java.util.stream.Stream.of(invoices)
            .map(
                each ->
                    new ActionItem(
                        each.toString(), Rows.DAY.minusDays(10), "reminder-1", Rows.euros("10.00")))
            .toList(),
        List.of());
  }
}
