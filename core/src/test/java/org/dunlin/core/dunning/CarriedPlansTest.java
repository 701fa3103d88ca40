package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The plans that the hub brings along. */
class CarriedPlansTest {
  static List<String> ids() {
    return CarriedPlans.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachBearsItsNameAndIsForOneCountryAndOneKindOfCustomer(String id) {
    Plan plan = CarriedPlans.plan(id);

    assertThat(plan.id()).isEqualTo(id);
    assertThat(plan.audience().countries()).hasSize(1);
    assertThat(plan.audience().consumer()).isEqualTo(id.endsWith("consumer"));
    assertThat(plan.contact().calendar()).isIn(plan.audience().countries());
    assertThat(plan.onboarding()).isNotNull();
    assertThat(CarriedPlans.yaml(id)).startsWith("# ");
  }

  @ParameterizedTest
  @MethodSource("ids")
  void eachNamesOnlyTemplatesThatThereAreAndHandsNothingOverUnasked(String id) {
    List<Step> steps = CarriedPlans.plan(id).steps();

    assertThat(steps.stream().map(Step::template).filter(Objects::nonNull))
        .isSubsetOf(Reminders.templates());
    assertThat(steps.getLast().channel()).isEqualTo(Channel.HANDOVER);
    assertThat(steps.getLast().approve()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void noneClaimsAnythingInItsFirstMessages(String id) {
    List<Step> steps = CarriedPlans.plan(id).steps();

    assertThat(steps.subList(0, 2)).allSatisfy(step -> assertThat(step.claim()).isEmpty());
  }

  @Test
  void theFixedSumOfTheDirectiveIsForNoConsumer() {
    for (Plan plan : CarriedPlans.all()) {
      if (Boolean.TRUE.equals(plan.audience().consumer())) {
        assertThat(plan.steps())
            .allSatisfy(step -> assertThat(step.claim()).doesNotContain(ClaimKind.FIXED_SUM));
      }
    }
  }

  @Test
  void noTwoAreForTheSameCustomers() {
    Set<Audience> audiences = new HashSet<>();
    CarriedPlans.all().forEach(plan -> audiences.add(plan.audience()));

    assertThat(audiences).hasSize(CarriedPlans.ids().size()).hasSize(14);
  }

  @Test
  void theFourteenDayLetterHasItsTimeBeforeAConsumersClaimIsHandedOver() {
    Scene scene = Scene.with(CarriedPlans.plan("nl-consumer"));
    Step handover = scene.plans.getFirst().steps().getLast();

    // 14 full days from the day after receipt, which is a day after sending at the earliest.
    assertThat(handover.due()).isEqualTo(new Due.AfterPrevious(16));
  }

  @Test
  void theFirstBelgianReminderIsFreeAndLeavesMoreThanFourteenDays() {
    List<Step> steps = CarriedPlans.plan("be-consumer").steps();

    assertThat(steps.get(1).claim()).isEmpty();
    assertThat(steps.get(2).due()).isEqualTo(new Due.AfterPrevious(18));
  }

  @Test
  void aBusinessInTheNetherlandsGoesThroughItsPlan() {
    Scene scene =
        Scene.with(CarriedPlans.plan("nl-business")).open("i", "c-1", "2026-12-01", "EUR 100");

    assertThat(scene.send("2026-11-27")).extracting(Action::step).containsExactly("notice");
    assertThat(scene.send("2026-12-07")).extracting(Action::step).containsExactly("first");
  }

  @Test
  void anIdThatNoneHasIsRefused() {
    assertThatThrownBy(() -> CarriedPlans.yaml("../standard"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thePageOfPlansNamesThemAll() throws Exception {
    Path page = Path.of("../docs/plans.md");

    assertThat(Files.readString(page)).contains(CarriedPlans.ids());
  }
}
