package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDayTest {
  private static final String BUSINESS_DAYS = "contact: {businessDaysOnly: true}";

  @ParameterizedTest
  @CsvSource({
    "-3d, 2026-12-01, 2026-11-28",
    "0d, 2026-12-01, 2026-12-01",
    "+5d, 2026-12-01, 2026-12-06",
    "5d, 2026-12-01, 2026-12-06",
    "end-of-month +0d, 2026-12-01, 2026-12-31",
    "end-of-month +10d, 2026-12-25, 2027-01-31",
    "end-of-month +10d, 2028-02-10, 2028-02-29",
  })
  void aStepIsDueOnItsDayAndNotTheDayBefore(String due, String dueDate, LocalDate day) {
    Scene scene = Scene.with(Plans.steps(mail("first", due))).open("i", "c-1", dueDate, "EUR 100");

    assertThat(scene.on(day.minusDays(1))).isEmpty();
    assertThat(scene.on(day)).extracting(Action::step).containsExactly("first");
  }

  @ParameterizedTest
  @CsvSource({
    // 3 December 2026 is a Thursday.
    "+1d, 2026-12-03, 2026-12-04",
    "+2d, 2026-12-03, 2026-12-07",
    "+3d, 2026-12-03, 2026-12-07",
    "+4d, 2026-12-03, 2026-12-07",
    "-3d, 2026-12-08, 2026-12-04",
    "-2d, 2026-12-08, 2026-12-04",
    "-1d, 2026-12-08, 2026-12-07",
    "0d, 2026-12-05, 2026-12-07",
    "end-of-month +0d, 2027-01-10, 2027-02-01",
  })
  void weekendsMoveAStepOnAndAStepBeforeTheDueDateBack(String due, String dueDate, LocalDate day) {
    Plan plan = Plans.with(BUSINESS_DAYS, mail("first", due));
    Scene scene = Scene.with(plan).open("i", "c-1", dueDate, "EUR 100");

    assertThat(scene.on(day.minusDays(1))).isEmpty();
    assertThat(scene.on(day)).hasSize(1);
  }

  @Test
  void nothingIsDoneOnAWeekendEvenWhenItIsLate() {
    Plan plan = Plans.with(BUSINESS_DAYS, mail("first", "+1d"));
    Scene scene = Scene.with(plan).open("i", "c-1", "2026-12-03", "EUR 100");

    assertThat(scene.on("2026-12-05")).isEmpty();
    assertThat(scene.on("2026-12-06")).isEmpty();
    assertThat(scene.on("2026-12-07")).hasSize(1);
  }

  @Test
  void previousCountsFromTheDayOnWhichTheStepBeforeWasDone() {
    Scene scene =
        Scene.with(Plans.steps(mail("first", "+5d"), mail("second", "previous +7d")))
            .open("i", "c-1", "2026-12-01", "EUR 100");
    assertThat(scene.send("2026-12-20")).extracting(Action::step).containsExactly("first");

    assertThat(scene.on("2026-12-26")).isEmpty();
    assertThat(scene.on("2026-12-27")).extracting(Action::step).containsExactly("second");
  }

  @Test
  void stepsThatAreAllLateAreDoneOneADayInOrder() {
    Scene scene =
        Scene.with(Plans.steps(mail("a", "+1d"), mail("b", "+2d"), mail("c", "+3d")))
            .open("i", "c-1", "2026-12-01", "EUR 100");

    List<LocalDate> days = LocalDate.parse("2026-12-20").datesUntil(day("2026-12-25")).toList();

    assertThat(days.stream().flatMap(day -> scene.send(day.toString()).stream()).toList())
        .extracting(action -> action.on().getDayOfMonth() + action.step())
        .containsExactly("20a", "21b", "22c");
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
