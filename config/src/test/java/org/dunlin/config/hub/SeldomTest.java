package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeldomTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final Deque<Boolean> work = new ArrayDeque<>();
  private final List<Duration> wakes = new ArrayList<>();

  @Test
  void asLongAsThereIsWorkItIsAskedForEachTime() {
    work.addAll(List.of(true, true, false));
    Seldom seldom = seldom(LONG);

    assertThat(List.of(seldom.getAsBoolean(), seldom.getAsBoolean(), seldom.getAsBoolean()))
        .containsExactly(true, true, false);
    assertThat(work).isEmpty();
    assertThat(wakes).isEmpty();
  }

  @Test
  void onceThereWasNoneWhoAsksIsWokenAtTheEndOfThePause() {
    work.addAll(List.of(false, true));
    Seldom seldom = seldom(LONG);

    assertThat(seldom.getAsBoolean()).isFalse();
    assertThat(seldom.getAsBoolean()).isFalse();
    assertThat(work).containsExactly(true);
    assertThat(wakes).hasSize(1);
    assertThat(wakes.getFirst()).isBetween(LONG.minusMinutes(1), LONG.plusMillis(1));
  }

  @Test
  void onceThePauseIsOverItIsAskedForAgain() {
    work.addAll(List.of(false, true));
    Seldom seldom = seldom(Duration.ZERO);

    assertThat(seldom.getAsBoolean()).isFalse();
    assertThat(seldom.getAsBoolean()).isTrue();
    assertThat(wakes).isEmpty();
  }

  private Seldom seldom(Duration pause) {
    return new Seldom(work::remove, pause, wakes::add);
  }
}
