package org.dunlin.work.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Few large answers are made trees of at once, however many come. */
class LargeRepliesTest {
  private static final long LARGE = LargeReplies.LARGE + 1;

  private final List<Thread> threads = new ArrayList<>();
  private final Semaphore inside = new Semaphore(0);
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private final AtomicInteger read = new AtomicInteger();

  @Test
  void twoAreReadAtOnceAndTheOthersAfterThem() throws InterruptedException {
    begin(5, LARGE);
    inside.acquire(2);
    assertThat(LargeReplies.<Boolean>read(1000, () -> true))
        .as("a small one waits for none")
        .isTrue();
    leave();

    assertThat(read).hasValue(5);
    assertThat(most).hasValue(2);
  }

  @Test
  void whatDoesNotFitInMemoryIsAskedForAgain() throws InterruptedException {
    begin(2, LARGE);
    inside.acquire(2);

    assertThatThrownBy(() -> LargeReplies.read(65L << 20, () -> true))
        .isInstanceOf(LargeReplies.NoRoom.class);
    leave();
    assertThat(LargeReplies.<Boolean>read(60L << 20, () -> true)).isTrue();
  }

  @Test
  void whoIsInsideReadsOnWithoutWaiting() {
    assertThat(
            LargeReplies.<Boolean>read(
                LARGE, () -> LargeReplies.read(LARGE, () -> LargeReplies.read(LARGE, () -> true))))
        .isTrue();
  }

  private void begin(int many, long bytes) {
    for (int i = 0; i < many; i++) {
      threads.add(Thread.ofVirtual().start(() -> LargeReplies.read(bytes, this::reading)));
    }
  }

  private boolean reading() {
    most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    inside.release();
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    read.incrementAndGet();
    atOnce.decrementAndGet();
    return true;
  }

  private void leave() throws InterruptedException {
    end.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
  }
}
