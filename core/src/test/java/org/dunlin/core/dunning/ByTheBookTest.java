package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;

/** Years of any books: the engine says what the canonical model says in words, and never more. */
class ByTheBookTest {
  @Property(tries = 300, shrinking = ShrinkingMode.OFF)
  void theEngineDecidesWhatThePlainReadingDecides(@ForAll long seed) {
    AnyBooks books = new AnyBooks(seed);

    assertThat(lines(run(books)))
        .as("seed " + seed)
        .containsExactlyInAnyOrderElementsOf(
            PlainDunner.lines(books, AnyBooks.FIRST, AnyBooks.LAST));
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void noInstalmentHasAStepTwiceNorTwoStepsInADayAndAPlanEndsAfterItsSteps(@ForAll long seed) {
    AnyBooks books = new AnyBooks(seed);
    Set<String> steps = new HashSet<>();
    Set<String> days = new HashSet<>();
    Map<String, Integer> count = new HashMap<>();
    for (Action action : run(books)) {
      if (action.state() != ActionState.HELD) {
        for (ActionItem item : action.items()) {
          String instalment = item.invoiceId() + item.dueDate();
          assertThat(steps.add(instalment + item.step())).as("seed " + seed).isTrue();
          assertThat(days.add(instalment + action.on())).as("seed " + seed).isTrue();
          assertThat(count.merge(instalment, 1, Integer::sum))
              .isLessThanOrEqualTo(books.scene.plans.getFirst().steps().size());
        }
      }
    }
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void nothingGoesOutInsideAHold(@ForAll long seed) {
    AnyBooks books = new AnyBooks(seed);
    for (Action action : run(books)) {
      for (ActionItem item : action.items()) {
        boolean held =
            books.scene.holds.stream().anyMatch(hold -> holds(hold, action, item))
                || books.scene.promises.stream()
                    .anyMatch(
                        promise ->
                            promise.state().name().equals("OPEN")
                                && promise.invoiceIds().contains(item.invoiceId())
                                && !action.on().isAfter(promise.on()))
                || books.scene.arrangements.stream()
                    .anyMatch(
                        each ->
                            each.state().name().equals("AGREED")
                                && each.invoiceIds().contains(item.invoiceId()));
        assertThat(held && action.state() != ActionState.HELD).as("seed " + seed).isFalse();
      }
    }
  }

  /** Of one day all channels are one contact, whatever goes out over them. */
  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void noCustomerIsApproachedMoreOftenThanThePolicyAllows(@ForAll long seed) {
    AnyBooks books = new AnyBooks(seed);
    Map<String, Set<LocalDate>> contacts = new HashMap<>();
    run(books).stream()
        .filter(action -> action.state() == ActionState.DUE)
        .filter(action -> action.channel() != Channel.HANDOVER)
        .forEach(
            action ->
                contacts
                    .computeIfAbsent(action.customerId(), id -> new TreeSet<>())
                    .add(action.on()));
    int rest = books.scene.plans.getFirst().contact().minDaysBetween();
    for (Set<LocalDate> days : contacts.values()) {
      LocalDate before = LocalDate.MIN;
      for (LocalDate day : days) {
        assertThat(before.equals(LocalDate.MIN) || !day.isBefore(before.plusDays(rest)))
            .as("seed " + seed)
            .isTrue();
        before = day;
      }
    }
  }

  /** Daily, weekly, whenever somebody thinks of it, or not for ten days and more. */
  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void howeverSeldomItIsRunEachStepGoesOutAtMostOnceAndOneADay(@ForAll long seed) {
    AnyBooks books = new AnyBooks(seed);
    List<Integer> gaps = List.of(1, 1, 2, 7, 10, 11);
    Map<String, List<String>> done = new HashMap<>();
    books.scene.began.put(books.scene.plans.getFirst().id(), AnyBooks.FIRST);
    Set<String> days = new HashSet<>();
    LocalDate day = AnyBooks.FIRST;
    while (day.isBefore(AnyBooks.LAST)) {
      for (Action action : books.scene.run(day, ActionState.SENT)) {
        if (action.state() == ActionState.DUE) {
          for (ActionItem item : action.items()) {
            String instalment = item.invoiceId() + item.dueDate();
            done.computeIfAbsent(instalment, key -> new ArrayList<>()).add(item.step());
            assertThat(days.add(instalment + day)).as("seed " + seed).isTrue();
          }
        }
      }
      day = day.plusDays(gaps.get(books.random.nextInt(gaps.size())));
    }
    Plan plan = books.scene.plans.getFirst();
    for (List<String> steps : done.values()) {
      List<Integer> ranks = steps.stream().map(plan::rankOf).toList();
      List<Integer> sorted = new ArrayList<>(ranks);
      Collections.sort(sorted);
      assertThat(ranks).as("seed " + seed).doesNotHaveDuplicates().isEqualTo(sorted);
    }
  }

  private static boolean holds(Hold hold, Action action, ActionItem item) {
    LocalDate until = hold.until();
    return (item.invoiceId().equals(hold.invoiceId())
            || action.customerId().equals(hold.customerId()))
        && (until == null || !action.on().isAfter(until));
  }

  private static List<Action> run(AnyBooks books) {
    List<Action> actions = new ArrayList<>();
    new DunningDays(books.scene.facts(), books.settled, books.plausible)
        .each(AnyBooks.FIRST, AnyBooks.LAST, actions::add);
    return actions;
  }

  private static List<String> lines(List<Action> actions) {
    return actions.stream().map(ByTheBookTest::line).sorted().toList();
  }

  private static String line(Action action) {
    Set<String> items = new TreeSet<>();
    action
        .items()
        .forEach(
            item ->
                items.add(
                    item.invoiceId()
                        + "@"
                        + item.dueDate()
                        + " "
                        + item.step()
                        + " "
                        + item.amount()));
    Set<String> holds = new TreeSet<>();
    action.holds().stream().map(Hold::reason).map(HoldReason::name).forEach(holds::add);
    return "%s %s %s %s %s %s %s"
        .formatted(
            action.on(),
            action.customerId(),
            action.state(),
            action.step(),
            action.channel(),
            items,
            holds);
  }
}
