package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;
import static org.dunlin.core.dunning.Scene.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.junit.jupiter.api.Test;

/** Many days after each other, and the cases at which others have fallen. */
class DunningDaysTest {
  private static final Plan PLAN =
      Plans.steps(mail("first", "+5d"), mail("second", "previous +7d"));

  @Test
  void whatIsDueCountsAsSentOnTheDaysAfter() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(run(scene, "2026-12-01", "2027-12-01"))
        .containsExactly("2026-12-06 DUE first i 100", "2026-12-13 DUE second i 100");
  }

  @Test
  void whatIsHeldIsToldOnceOnItsDayAndAgainOnlyWhenItGoesOut() {
    Scene scene =
        Scene.with(PLAN)
            .open("i", "c-1", "2026-12-01", "EUR 100")
            .held(new Hold(null, "i", HoldReason.MANUAL, day("2026-12-09")));

    assertThat(run(scene, "2026-12-01", "2026-12-20"))
        .containsExactly(
            "2026-12-06 HELD first i 100",
            "2026-12-10 DUE first i 100",
            "2026-12-17 DUE second i 100");
  }

  @Test
  void whatAwaitsApprovalIsToldOnceAndNothingOfItFollows() {
    Scene scene =
        Scene.with(Plans.steps(mail("first", "+5d") + ", approve: true", mail("next", "+6d")))
            .open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(run(scene, "2026-12-01", "2027-03-01"))
        .containsExactly("2026-12-06 AWAITING_APPROVAL first i 100");
  }

  @Test
  void aPaymentCountsFromItsDayOnAndAPartLowersWhatIsAsked() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");
    List<Settled> settled =
        List.of(
            new Settled("i", day("2026-12-07"), money("EUR 30")),
            new Settled("i", day("2026-12-14"), money("EUR 70")));

    assertThat(run(scene, settled, List.of(), "2026-12-01", "2027-03-01"))
        .containsExactly("2026-12-06 DUE first i 100", "2026-12-13 DUE second i 70");
  }

  @Test
  void whatIsPaidOnTheVeryDayIsNotAskedFor() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(
            run(
                scene,
                List.of(new Settled("i", day("2026-12-06"), money("EUR 100"))),
                List.of(),
                "2026-12-01",
                "2027-03-01"))
        .isEmpty();
  }

  /** Kill Bill, issue 2297: paying the oldest re-anchored the account and skipped steps. */
  @Test
  void payingTheEarliestInvoiceInBetweenShiftsNoStepOfTheOthers() {
    Scene scene =
        Scene.with(PLAN)
            .open("old", "c-1", "2026-12-01", "EUR 100")
            .open("new", "c-1", "2026-12-11", "EUR 200");
    List<Settled> paid = List.of(new Settled("old", day("2026-12-08"), money("EUR 100")));

    assertThat(run(scene, paid, List.of(), "2026-12-01", "2027-03-01"))
        .containsExactly(
            "2026-12-06 DUE first old 100",
            "2026-12-16 DUE first new 200",
            "2026-12-23 DUE second new 200");
  }

  @Test
  void whatCouldBePaidIsHeldFromTheDayOfTheMoneyOn() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(
            run(
                scene,
                List.of(),
                List.of(new PlausiblyPaid("i", day("2026-12-10"))),
                "2026-12-01",
                "2027-03-01"))
        .containsExactly("2026-12-06 DUE first i 100", "2026-12-13 HELD second i 100");
  }

  @Test
  void anInvoiceIsNotThereBeforeItIsIssued() {
    Scene scene =
        Scene.with(Plans.steps(mail("notice", "-40d"), mail("first", "+5d")))
            .open("i", "c-1", "2026-12-31", "EUR 100");

    assertThat(run(scene, "2026-10-01", "2026-12-30"))
        .containsExactly("2026-12-01 DUE notice i 100");
  }

  @Test
  void pastActionsCountFromTheirOwnDaysOn() {
    Scene scene = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");
    Scene sent = Scene.with(PLAN).open("i", "c-1", "2026-12-01", "EUR 100");
    scene.past.addAll(
        sent.on("2026-12-08").stream().map(each -> Scene.in(ActionState.SENT, each)).toList());

    assertThat(run(scene, "2026-12-08", "2027-03-01"))
        .containsExactly("2026-12-15 DUE second i 100");
  }

  @Test
  void endOfMonthIsThatOfTheMonthInWhichTheDaysLandInLeapYearsToo() {
    Scene scene =
        Scene.with(Plans.steps(mail("first", "end-of-month +10d"), mail("next", "previous +1d")))
            .open("leap", "c-1", "2028-02-19", "EUR 100")
            .open("plain", "c-1", "2027-02-18", "EUR 100")
            .open("over", "c-1", "2028-02-20", "EUR 100");

    assertThat(run(scene, "2027-01-01", "2028-12-31"))
        .containsExactly(
            "2027-02-28 DUE first plain 100",
            "2027-03-01 DUE next plain 100",
            "2028-02-29 DUE first leap 100",
            "2028-03-01 DUE next leap 100",
            "2028-03-31 DUE first over 100",
            "2028-04-01 DUE next over 100");
  }

  @Test
  void nineCentsAreBelowATenCentToleranceAndTenAreNot() {
    Plan plan = Plans.with("tolerance: {EUR: \"0.10\"}", mail("first", "+5d"));
    Scene scene =
        Scene.with(plan)
            .open("below", "c-1", "2026-12-01", "EUR 0.09")
            .open("at", "c-1", "2026-12-01", "EUR 0.10");

    assertThat(run(scene, "2026-12-01", "2026-12-31"))
        .containsExactly("2026-12-06 DUE first at 0.1");
  }

  @Test
  void anOutageOfTenDaysSendsTheStepsOneAfterTheOther() {
    Plan plan = Plans.steps(mail("first", "+5d"), mail("second", "+7d"), mail("third", "+9d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(run(scene, "2026-12-15", "2026-12-31"))
        .containsExactly(
            "2026-12-15 DUE first i 100",
            "2026-12-16 DUE second i 100",
            "2026-12-17 DUE third i 100");
  }

  @Property(tries = 60)
  void manyDaysInOneRunAreTheSameAsOneDayAfterTheOther(@ForAll long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    Scene scene = ledger.scene();
    LocalDate first = day("2026-10-01");
    LocalDate last = first.plusDays(120);
    List<Action> inOneRun = new ArrayList<>();
    new DunningDays(scene.facts(), List.of(), List.of()).each(first, last, inOneRun::add);

    List<Action> daily = new ArrayList<>();
    scene.began.put(RandomLedger.PLAN.id(), first);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      daily.addAll(sent(scene.run(day, ActionState.SENT)));
    }

    assertThat(sent(inOneRun)).isEqualTo(daily);
  }

  @Property(tries = 60)
  void noStepIsHeldOrDoneTwiceAndAPlanEndsAfterItsSteps(@ForAll long seed) {
    Scene scene = new RandomLedger(seed).scene();
    List<Action> actions = new ArrayList<>();
    new DunningDays(scene.facts(), List.of(), List.of())
        .each(day("2026-10-01"), day("2027-10-01"), actions::add);

    assertThat(keys(actions, ActionState.DUE)).doesNotHaveDuplicates();
    assertThat(keys(actions, ActionState.HELD)).doesNotHaveDuplicates();
  }

  private static List<String> keys(List<Action> actions, ActionState state) {
    return actions.stream()
        .filter(action -> action.state() == state)
        .flatMap(action -> action.items().stream())
        .map(item -> item.invoiceId() + item.dueDate() + item.step())
        .toList();
  }

  private static List<Action> sent(List<Action> actions) {
    return actions.stream().filter(action -> action.state() != ActionState.HELD).toList();
  }

  private static List<String> run(Scene scene, String first, String last) {
    return run(scene, List.of(), List.of(), first, last);
  }

  private static List<String> run(
      Scene scene,
      List<Settled> settled,
      List<PlausiblyPaid> plausible,
      String first,
      String last) {
    List<String> lines = new ArrayList<>();
    new DunningDays(scene.facts(), settled, plausible)
        .each(
            day(first),
            day(last),
            action -> {
              for (ActionItem item : action.items()) {
                lines.add(
                    "%s %s %s %s %s"
                        .formatted(
                            action.on(),
                            action.state(),
                            item.step(),
                            item.invoiceId(),
                            item.amount().getAmount().stripTrailingZeros().toPlainString()));
              }
            });
    return lines;
  }
}
