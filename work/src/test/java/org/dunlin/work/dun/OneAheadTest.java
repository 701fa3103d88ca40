package org.dunlin.work.dun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OneAheadTest {
  private final List<Integer> taken = new ArrayList<>();
  private final Set<Thread> takers = new HashSet<>();

  @Test
  void whatIsReckonedIsTakenInItsOrderByWhoGives() {
    try (OneAhead<Integer> ahead = new OneAhead<>(this::take)) {
      for (int i = 0; i < 50; i++) {
        int each = i;
        ahead.give(() -> each);
      }
      assertThat(taken).as("one is left").hasSize(49);
      ahead.finish();
      ahead.finish();
    }
    assertThat(taken).hasSize(50).isSorted();
    assertThat(takers).containsExactly(Thread.currentThread());
  }

  @Test
  void thePortionIsReckonedWhileTheNextIsGathered() {
    CountDownLatch gathering = new CountDownLatch(1);
    try (OneAhead<Integer> ahead = new OneAhead<>(this::take)) {
      ahead.give(
          () -> {
            await(gathering);
            return 1;
          });
      assertThat(taken).isEmpty();
      gathering.countDown(); // only now does the first come to its end
      ahead.give(() -> 2);
      assertThat(taken).containsExactly(1);
    }
  }

  @Test
  void whatBreaksOffBreaksOffWhoGivesAndNothingMoreIsTaken() {
    IllegalStateException broken = new IllegalStateException("no such plan");
    try (OneAhead<Integer> ahead = new OneAhead<>(this::take)) {
      ahead.give(
          () -> {
            throw broken;
          });
      assertThatThrownBy(() -> ahead.give(() -> 2)).isSameAs(broken);
    }
    assertThat(taken).isEmpty();
  }

  private void take(int each) {
    taken.add(each);
    takers.add(Thread.currentThread());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
