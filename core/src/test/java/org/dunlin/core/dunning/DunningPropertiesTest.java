package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;

/** What holds on any ledger, whenever and however often the function is run. */
class DunningPropertiesTest {
  @Property(tries = 100)
  void whatWasDecidedIsNotDecidedAgainThatDay(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    ledger.everyDay(
        (scene, day) -> {
          scene.run(day, ledger.sentSomehow());

          assertThat(due(scene.on(day))).isEmpty();
        });
  }

  @Property(tries = 100)
  void theOrderOfTheFactsDoesNotMatter(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    ledger.everyDay(
        (scene, day) -> {
          List<Action> actions = scene.run(day, ActionState.SENT);
          scene.past.removeIf(action -> action.on().equals(day));

          assertThat(Dunning.actionsOn(day, shuffled(scene, seed))).isEqualTo(actions);
          scene.run(day, ActionState.SENT);
        });
  }

  @Property(tries = 100)
  void everyInstalmentGoesThroughTheStepsInOrderOneADayAndSkipsNoneWithoutARule(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    Map<InstalmentKey, List<String>> done = new HashMap<>();
    Map<InstalmentKey, LocalDate> last = new HashMap<>();
    ledger.everyDay(
        (scene, day) -> {
          for (ActionItem item : items(due(scene.run(day, ActionState.SENT)))) {
            InstalmentKey key = InstalmentKey.of(item);
            done.computeIfAbsent(key, k -> new ArrayList<>()).add(item.step());
            assertThat(last.put(key, day)).isNotEqualTo(day);
          }
        });
    List<String> steps = RandomLedger.PLAN.steps().stream().map(Step::id).toList();
    assertThat(done.values())
        .allSatisfy(path -> assertThat(steps.subList(0, path.size())).isEqualTo(path));
  }

  @Property(tries = 100)
  void nothingIsAskedForThatIsNotOpenOrBelowTolerance(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    ledger.everyDay(
        (scene, day) -> {
          for (ActionItem item : items(scene.run(day, ActionState.SENT))) {
            OpenInvoice invoice = ledger.open(item.invoiceId());
            assertThat(item.amount().getAmount()).isGreaterThanOrEqualTo(new BigDecimal("5.00"));
            assertThat(item.amount().isGreaterThan(invoice.open())).isFalse();
            assertThat(item.dueDate()).isBefore(day);
          }
        });
  }

  @Property(tries = 100)
  void aPaymentByOneCustomerChangesNothingForTheOthers(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    ledger.everyDay(
        (scene, day) -> {
          List<Action> before = of(scene.run(day, ActionState.SENT), "c-1");
          scene.past.removeIf(action -> action.on().equals(day));
          List<OpenInvoice> all = List.copyOf(scene.invoices);

          scene.invoices.removeIf(open -> !open.invoice().customerId().equals("c-1"));
          assertThat(of(scene.on(day), "c-1")).isEqualTo(before);

          scene.invoices.clear();
          scene.invoices.addAll(all);
          scene.run(day, ActionState.SENT);
        });
  }

  @Property(tries = 100)
  void noCustomerHearsMoreOftenThanThePlanAllows(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    Map<String, LocalDate> last = new HashMap<>();
    ledger.everyDay(
        (scene, day) -> {
          ActionState became = ledger.sentSomehow();
          for (Action action : due(scene.run(day, became))) {
            LocalDate before = last.get(action.customerId());
            assertThat(before == null || !day.isBefore(before.plusDays(7))).isTrue();
            // What nobody approved reached nobody.
            if (became != ActionState.AWAITING_APPROVAL) {
              last.put(action.customerId(), day);
            }
          }
        });
  }

  private static DunningFacts shuffled(Scene scene, long seed) {
    Random random = new Random(seed);
    return new DunningFacts(
        scene.company,
        shuffled(scene.customers, random),
        shuffled(scene.invoices, random),
        shuffled(scene.past, random),
        shuffled(scene.holds, random),
        scene.plans);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static List<Action> due(List<Action> actions) {
    return actions.stream().filter(action -> action.state() == ActionState.DUE).toList();
  }

  private static List<Action> of(List<Action> actions, String customer) {
    return actions.stream().filter(action -> action.customerId().equals(customer)).toList();
  }

  private static List<ActionItem> items(List<Action> actions) {
    return actions.stream().flatMap(action -> action.items().stream()).toList();
  }
}
