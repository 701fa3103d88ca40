package org.dunlin.core.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.core.dunning.Plans.mail;
import static org.dunlin.core.dunning.Scene.day;

import org.dunlin.core.model.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Business days by country and region. */
class HolidayTest {
  @ParameterizedTest
  @CsvSource({
    "NL, 2026-04-27, true", // the King's day
    "NL, 2025-04-26, true", // moved off a Sunday
    "NL, 2026-04-03, false", // Good Friday is only observed
    "NL, 2026-04-06, true", // Easter Monday
    "BE, 2026-07-21, true",
    "DE, 2026-10-03, true",
    "DE, 2026-01-06, false",
    "DE-BY, 2026-01-06, true", // Epiphany is Bavarian
    "AT, 2026-10-26, true",
    "FR, 2026-07-14, true",
    "FR, 2026-07-21, false",
    "GB, 2026-12-28, true", // Boxing Day falls on a Saturday
    "UK, 2026-12-25, true",
    "CH, 2026-08-01, true",
    "CH, 2026-03-01, false",
    "CH-NE, 2026-03-01, true", // the Republic of Neuchâtel
  })
  void holidaysAreThoseOfTheCountryAndItsRegion(String calendar, String day, boolean holiday) {
    assertThat(HolidayCalendar.of(calendar).isHoliday(day(day))).isEqualTo(holiday);
  }

  @Test
  void aStepMovesPastAHolidayAndOneBeforeTheDueDateToTheDayBeforeIt() {
    Plan plan =
        Plans.with(
            "contact: {businessDaysOnly: true, calendar: NL}",
            mail("notice", "-3d") + ", until: \"0d\"",
            mail("first", "+5d"));
    // Easter 2026: Good Friday 3 April is worked, Monday 6 April is not.
    Scene before = Scene.with(plan).open("i", "c-1", "2026-04-09", "EUR 100");
    assertThat(before.on("2026-04-02")).isEmpty();
    assertThat(before.on("2026-04-03")).extracting(Action::step).containsExactly("notice");

    Scene after = Scene.with(plan).open("i", "c-1", "2026-04-01", "EUR 100");
    assertThat(after.on("2026-04-06")).isEmpty();
    assertThat(after.on("2026-04-07")).extracting(Action::step).containsExactly("first");
  }
}
