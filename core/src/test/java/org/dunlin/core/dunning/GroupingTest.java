package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.customer;

import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.junit.jupiter.api.Test;

class GroupingTest {
  private static final String[] STEPS = {mail("first", "+5d"), mail("second", "previous +7d")};

  @Test
  void oneMessageACustomerListsAllThatIsDueOldestFirstInAllCurrencies() {
    Scene scene =
        Scene.with(Plans.steps(STEPS))
            .open("i-3", "c-1", "2026-12-01", "USD 30")
            .open("i-2", "c-1", "2026-12-01", "EUR 20")
            .open("i-1", "c-1", "2026-11-30", "EUR 10");

    assertThat(scene.on("2026-12-06"))
        .extracting(GroupingTest::items)
        .containsExactly(List.of("i-1 first", "i-2 first", "i-3 first"));
  }

  @Test
  void theActionsStepIsTheHighestOfItsItemsAndEachItemKeepsItsOwn() {
    Scene scene = Scene.with(Plans.steps(STEPS)).open("old", "c-1", "2026-11-24", "EUR 10");
    scene.send("2026-11-29");
    scene.open("new", "c-1", "2026-12-01", "EUR 20");

    Action action = scene.on("2026-12-06").getFirst();

    assertThat(action.step()).isEqualTo("second");
    assertThat(items(action)).containsExactly("old second", "new first");
  }

  @Test
  void perInvoiceEachInvoiceHasAMessageOfItsOwn() {
    Scene scene =
        Scene.with(Plans.with("per: invoice", STEPS))
            .open("i-1", "c-1", "2026-12-01", "EUR 10")
            .open("i-2", "c-1", "2026-12-01", "EUR 20");

    List<Action> actions = scene.on("2026-12-06");

    assertThat(actions)
        .extracting(GroupingTest::items)
        .containsExactly(List.of("i-1 first"), List.of("i-2 first"));
    assertThat(actions).extracting(Action::id).doesNotHaveDuplicates();
  }

  @Test
  void channelsAreApart() {
    Scene scene =
        Scene.with(
                Plans.steps(
                    mail("first", "+5d"),
                    "id: second, due: \"previous +7d\", channel: LETTER, template: t"))
            .open("old", "c-1", "2026-11-24", "EUR 10");
    scene.send("2026-11-29");
    scene.open("new", "c-1", "2026-12-01", "EUR 20");

    assertThat(scene.on("2026-12-06"))
        .extracting(Action::channel)
        .containsExactly(Channel.EMAIL, Channel.LETTER);
  }

  @Test
  void anIdIsTheSameForTheSameDecisionAndDiffersByCustomerDayAndCompany() {
    Scene scene =
        Scene.with(Plans.steps(STEPS))
            .open("i-1", "c-1", "2026-12-01", "EUR 10")
            .open("i-2", "c-2", "2026-12-01", "EUR 10");
    scene.customers.add(customer("c-2"));

    List<String> ids = ids(scene, "2026-12-06");

    assertThat(ids).hasSize(2).doesNotHaveDuplicates().isEqualTo(ids(scene, "2026-12-06"));
    assertThat(ids(scene, "2026-12-07")).doesNotContainAnyElementsOf(ids);
    scene.company = Scene.company("other", null, Map.of());
    assertThat(ids(scene, "2026-12-06")).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void aCustomersOwnPlanWinsOverTheFirst() {
    Scene scene =
        Scene.with(
            Plans.steps(STEPS),
            Plans.read(
                    "plans: [{id: slow, steps: [{id: once, due: +20d, channel: EMAIL, template: t}]}]")
                .getFirst());
    scene.customers.set(0, customer("c-1", "a@b.example", "slow", null));
    scene.open("i-1", "c-1", "2026-12-01", "EUR 10");

    assertThat(scene.on("2026-12-06")).isEmpty();
    assertThat(scene.on("2026-12-21")).extracting(Action::plan).containsExactly("slow");
  }

  private static List<String> ids(Scene scene, String day) {
    return scene.on(day).stream().map(Action::id).toList();
  }

  private static List<String> items(Action action) {
    return action.items().stream().map(item -> item.invoiceId() + " " + item.step()).toList();
  }
}
