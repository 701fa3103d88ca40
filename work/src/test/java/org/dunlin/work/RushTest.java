package org.dunlin.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RushTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Rush rush = new Rush();
  private final Rush.Pace pace = rush.pace(LONG);

  @Test
  void fewNoticesAreNoRushAndNothingGivesWay() {
    come(60);
    assertThat(rush.isOn()).isFalse();
    assertThat(IntStream.range(0, 5)).allMatch(i -> pace.turn());
  }

  @Test
  void inARushWhatGivesWayGetsOneTurnAndThenWaits() {
    come(61);
    assertThat(rush.isOn()).isTrue();
    assertThat(pace.turn()).isTrue();
    assertThat(pace.turn()).isFalse();
    assertThat(rush.pace(Duration.ZERO).turn()).isTrue();
  }

  @Test
  void eachThatGivesWayHasAPaceOfItsOwn() {
    come(70);
    assertThat(pace.turn()).isTrue();
    assertThat(rush.pace(LONG).turn()).isTrue();
  }

  @Test
  void whoIsNotItsTurnWaitsForTheEndOfTheRushAndNoLonger() {
    come(61);
    assertThat(pace.turn()).isTrue();
    assertThat(pace.untilTurn()).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void whileTheRushGoesOnATurnComesWhenItsPauseIsOver() {
    Rush.Pace soon = rush.pace(Duration.ofMillis(20));
    come(61);
    assertThat(soon.turn()).isTrue();
    assertThat(soon.untilTurn()).isLessThanOrEqualTo(Duration.ofMillis(21));
  }

  @Test
  void whoIsNotItsTurnIsWokenWhenItComesAndWhoseItIsIsNot() {
    List<Duration> wakes = new ArrayList<>();
    come(61);
    assertThat(pace.turn(wakes::add)).isTrue();
    assertThat(wakes).isEmpty();
    assertThat(pace.turn(wakes::add)).isFalse();
    assertThat(wakes).hasSize(1);
    assertThat(wakes.getFirst()).isPositive().isLessThan(Duration.ofSeconds(1));
  }

  private void come(int notices) {
    IntStream.range(0, notices).forEach(i -> rush.came());
  }
}
