package org.dunlin.console.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.store.Ids;
import org.dunlin.store.access.Permits;
import org.junit.jupiter.api.Test;

class SignedInTest {
  private static final Instant MORNING = Instant.parse("2026-11-27T07:00:00Z");

  private final SignedIn anna =
      new SignedIn("anna", "{x}", Permits.NONE, true, 3, MORNING, MORNING, Ids.next());

  @Test
  void aSessionHoldsForTwelveHoursAndNoLonger() {
    assertThat(anna.holds(3L, MORNING.plus(Duration.ofHours(12)).minusMillis(1))).isTrue();
    assertThat(anna.holds(3L, MORNING.plus(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void aPasswordIsFreshForTenMinutesAndNoLongerUntilItIsSaidAgain() {
    Instant later = MORNING.plus(Duration.ofMinutes(10));
    assertThat(anna.fresh(later.minusMillis(1))).isTrue();
    assertThat(anna.fresh(later)).isFalse();
    assertThat(anna.saidAgain(later).fresh(later)).isTrue();
    assertThat(anna.saidAgain(later).holds(3L, MORNING.plus(Duration.ofHours(12)))).isFalse();
  }

  @Test
  void aSessionOfAnotherVersionOrOfSomebodyWhoIsOffHoldsNoLonger() {
    assertThat(anna.holds(4L, MORNING)).isFalse();
    assertThat(anna.holds(null, MORNING)).isFalse();
  }
}
