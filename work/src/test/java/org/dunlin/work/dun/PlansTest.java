package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.work.TestHub.TODAY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A company is dunned by its own plans, and by the standard plan as long as it has none. */
class PlansTest {
  private static final String SOONER =
      """
      plans:
        - id: sooner # than the standard plan
          for: {segments: [key]}
          contact: {minDaysBetween: 7}
          steps:
            - {id: early, due: "+1d", channel: EMAIL, template: reminder-1}
            - {id: last, due: "previous +3d", channel: EMAIL, template: final}
      """;

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final ChangePlans plans = new ChangePlans(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void withoutPlansOfItsOwnTheStandardPlanCounts() {
    Reminded.overdue(hub, 1);
    hub.run();

    assertThat(decided()).containsExactly("standard/reminder-1");
  }

  @Test
  void oneWhoWaitsTooLongForAPreviewIsToldSoAndTheNextGetsTheirs() {
    Semaphore turn = new Semaphore(0);
    PreviewPlans preview = new PreviewPlans(hub.stores, turn, Duration.ZERO, 500);
    assertThatThrownBy(() -> preview.ahead("acme", 7)).isInstanceOf(PreviewBusy.class);
    turn.release();
    assertThat(preview.ahead("acme", 7).actions()).isEmpty();
    assertThatThrownBy(() -> preview.effect("acme", List.of(new Chosen("gold", false)), 7))
        .isInstanceOf(PlanNotTaken.class);
    assertThat(turn.availablePermits()).isEqualTo(1);
  }

  @Test
  void theFirstPlanThatIsForACustomerCounts() {
    Reminded.overdue(hub, 2);
    hub.settle();
    customer("Customer c0", "{\"segments\": [\"key\"]}");
    plans.save("acme", null, null, SOONER, true, "anna");
    hub.run();

    assertThat(decided()).containsExactly("sooner/early", "standard/reminder-1");
    assertThat(hub.outlet.emails()).hasSize(2);
  }

  @Test
  void whoNamesAPlanThatIsBroughtAlongIsDunnedByItWhomeverElseItIsFor() {
    Reminded.overdue(hub, 2);
    hub.settle();
    customer("Customer c1", "{\"plan\": \"nl-business\"}");
    hub.run();

    assertThat(decided()).contains("standard/reminder-1").hasSize(2);
    assertThat(decided()).anyMatch(each -> each.startsWith("nl-business/"));
  }

  @Test
  void whoNamesAnUnknownPlanIsHeldAndTheNameIsTold() {
    Reminded.overdue(hub, 1);
    hub.settle();
    customer("Customer c0", "{\"plan\": \"gold\"}");
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.heldBy(hub)).contains("MANUAL");
    assertThat(new ShownPlans(hub.stores).of("acme").unknown())
        .singleElement()
        .satisfies(
            named -> {
              assertThat(named.planId()).isEqualTo("gold");
              assertThat(named.customers()).isEqualTo(1);
            });
  }

  @Test
  void whoIsInNoPlanIsNotDunned() {
    Reminded.overdue(hub, 1);
    hub.settle();
    plans.save("acme", null, null, SOONER, true, "anna");
    plans.choose("acme", List.of(new Chosen("sooner", false)), "anna");
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(decided()).isEmpty();
  }

  @Test
  void aStepIsDoneOnceWhicheverPlanItIsOf() {
    Reminded.overdue(hub, 1);
    hub.run();
    String same =
        """
        plans:
          - id: other
            steps:
              - {id: reminder-1, due: "+1d", channel: EMAIL, template: reminder-1}
              - {id: final, due: "previous +2d", channel: EMAIL, template: final}
        """;
    plans.save("acme", null, null, same, true, "anna");
    nextDay(TODAY.plusDays(1));
    hub.run();
    assertThat(decided()).containsExactly("standard/reminder-1");

    nextDay(TODAY.plusDays(2));
    hub.run();
    assertThat(decided()).containsExactly("other/final", "standard/reminder-1");
  }

  @Test
  void aNewPlanLetsOldInvoicesInSoManyADayAndWithTheirFirstStepOnly() {
    for (int i = 0; i < 4; i++) {
      hub.offer(
          "old.xml",
          InvoiceFile.of("INV-2026-1" + (100 + i), "c" + i, TODAY.minusDays(90 - i), "100.00")
              .bytes());
    }
    Reminded.covered(hub, TODAY.minusDays(1));
    hub.settle();
    String slow =
        """
        plans:
          - id: slow
            onboarding: {enterAt: first, perDay: 3}
            steps:
              - {id: one, due: "+5d", channel: EMAIL, template: reminder-1}
              - {id: two, due: "+10d", channel: EMAIL, template: reminder-2}
        """;
    plans.save("acme", null, null, slow, true, "anna");
    hub.run();

    assertThat(decided()).containsExactly("slow/one", "slow/one", "slow/one");
  }

  @Test
  void whatWaitsToLeaveIsWithdrawnWhenItsPlanDoesNotAskForItAnyMore() {
    Reminded.overdue(hub, 1);
    hub.decide();
    assertThat(Reminded.emails(hub, EffectState.PENDING)).hasSize(1);
    plans.save("acme", null, null, SOONER, true, "anna");
    plans.choose("acme", List.of(new Chosen("sooner", false)), "anna");
    hub.run();

    assertThat(hub.outlet.emails()).isEmpty();
    assertThat(Reminded.emails(hub, EffectState.CANCELLED)).hasSize(1);
  }

  @Test
  void aPlanInShadowDecidesAndSendsNothingWhileTheOthersGoOn() {
    Reminded.overdue(hub, 2);
    hub.settle();
    customer("Customer c0", "{\"segments\": [\"key\"]}");
    plans.save("acme", null, null, SOONER, true, "anna");
    plans.choose(
        "acme", List.of(new Chosen("sooner", true), new Chosen("standard", false)), "anna");
    hub.run();

    assertThat(decided()).containsExactly("standard/reminder-1");
    assertThat(Reminded.heldBy(hub)).contains("SHADOW");
    assertThat(hub.stores.views().heldReminders().byShadowOnly("acme")).isZero();

    plans.choose(
        "acme", List.of(new Chosen("sooner", false), new Chosen("standard", false)), "anna");
    hub.run();
    assertThat(decided()).containsExactly("sooner/early", "standard/reminder-1");
  }

  @Test
  void eachSavingIsAVersionAndNobodyOverwritesWhatTheyHaveNotRead() {
    assertThat(plans.save("acme", null, null, SOONER, false, "anna").version()).isEqualTo(1);
    ChangePlans.Saved second =
        plans.save("acme", "sooner", 1, SOONER.replace("+1d", "+2d"), false, "bert");

    assertThat(second.version()).isEqualTo(2);
    assertThat(hub.stores.plans().versions("acme", "sooner"))
        .extracting(version -> version.version() + " " + version.by())
        .containsExactly("2 bert", "1 anna");
    assertThat(hub.stores.plans().newest("acme", "sooner").orElseThrow().yaml())
        .contains("# than the standard plan", "+2d");
    refused("CHANGED_MEANWHILE", () -> plans.save("acme", "sooner", 1, SOONER, false, "carl"));
    refused("TAKEN_ID", () -> plans.save("acme", null, null, SOONER, false, "carl"));
    refused("OTHER_ID", () -> plans.save("acme", "standard", 0, SOONER, false, "carl"));
    refused(
        "UNKNOWN_TEMPLATE",
        () -> plans.save("acme", null, null, SOONER.replace("final", "threat"), false, "carl"));
    refused("UNKNOWN_PLAN", () -> plans.choose("acme", List.of(new Chosen("gold", false)), "c"));
    refused("NO_PLAN", () -> plans.choose("acme", List.of(), "carl"));
    assertThatThrownBy(
            () -> plans.save("acme", "sooner", 2, SOONER.replace("EMAIL", "PIGEON"), false, "c"))
        .isInstanceOf(PlanRefused.class)
        .hasMessageContaining("line 6");
    assertThat(hub.stores.plans().versions("acme", "sooner")).hasSize(2);
  }

  @Test
  void theEffectOfAPlanIsSeenBeforeItIsSavedAndNothingIsDoneByLooking() {
    Reminded.overdue(hub, 3);
    hub.settle();
    customer("Customer c0", "{\"segments\": [\"key\"]}");
    customer("Customer c1", "{\"segments\": [\"key\"]}");
    hub.sql("update customer set record = record - 'email' where name = 'Customer c1'");
    String weekLater = SOONER.replace("+1d", "+12d");

    PlanEffect effect =
        new PreviewPlans(hub.stores).effect("acme", PlanText.plan(weekLater, null), 21);

    assertThat(effect.now().outFirstDay()).isEqualTo(2);
    assertThat(effect.now().why()).containsEntry(HoldReason.NO_ADDRESS, 1);
    assertThat(effect.then().outFirstDay()).isEqualTo(1);
    assertThat(effect.then().why()).containsOnlyKeys(HoldReason.NO_ADDRESS);
    assertThat(effect.customers()).isEqualTo(2);
    assertThat(effect.differences())
        .filteredOn(each -> each.name().equals("Customer c0"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.now()).extracting(PlanEffect.Done::step).contains("reminder-1");
              assertThat(each.then())
                  .first()
                  .extracting(PlanEffect.Done::on)
                  .isEqualTo(LocalDate.of(2026, 12, 1));
            });
    assertThat(decided()).isEmpty();
    assertThat(hub.stores.plans().newest("acme")).isEmpty();
  }

  @Test
  void aPlanThatIsTakenOutOfShadowIsForeseenToSend() {
    Reminded.overdue(hub, 1);
    hub.settle();
    plans.choose("acme", List.of(new Chosen("standard", true)), "anna");

    PlanEffect effect =
        new PreviewPlans(hub.stores).effect("acme", List.of(new Chosen("standard", false)), 7);

    assertThat(effect.now().why()).containsOnlyKeys(HoldReason.SHADOW);
    assertThat(effect.then().why()).isEmpty();
    assertThat(effect.then().outFirstDay()).isEqualTo(1);
  }

  @Test
  void whatIsAheadIsForeseenAlthoughEverythingIsHeldNow() {
    hub.sql("update company set mode = 'SHADOW'");
    Reminded.overdue(hub, 1);
    hub.run();

    PreviewPlans.Ahead ahead = new PreviewPlans(hub.stores).ahead("acme", 30);

    assertThat(ahead.stops()).contains(HoldReason.SHADOW);
    assertThat(ahead.actions())
        .extracting(action -> action.on() + " " + action.step() + " " + action.state())
        .containsExactly(
            "2026-11-24 reminder-1 DUE", "2026-12-04 reminder-2 DUE", "2026-12-18 final DUE");
    assertThat(ahead.numbers()).containsValue("INV-2026-1100");
  }

  private void refused(String code, Runnable change) {
    assertThatThrownBy(change::run)
        .isInstanceOfSatisfying(
            PlanNotTaken.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  private void nextDay(LocalDate day) {
    Reminded.covered(hub, day.minusDays(1));
    hub.settle();
    hub.day.begin("acme", day);
  }

  private void customer(String name, String says) {
    assertThat(
            hub.jdbc()
                .sql("update customer set record = record || cast(? as jsonb) where name = ?")
                .param(says)
                .param(name)
                .update())
        .isEqualTo(1);
  }

  private List<String> decided() {
    return hub
        .jdbc()
        .sql(
            "select (record ->> 'plan') || '/' || (record ->> 'step') from action"
                + " where state not in ('HELD', 'CANCELLED')")
        .query(String.class)
        .list()
        .stream()
        .sorted()
        .toList();
  }
}
