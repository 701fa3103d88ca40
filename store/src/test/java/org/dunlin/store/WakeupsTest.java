package org.dunlin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.port.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WakeupsTest {
  private final BlockingQueue<Stage> here = new LinkedBlockingQueue<>();
  private final BlockingQueue<Stage> there = new LinkedBlockingQueue<>();

  @Test
  void thisProcessIsWokenOnceAndTheOthersToo() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Wakeups one = new Wakeups(database.dataSource());
        Wakeups other = new Wakeups(database.dataSource())) {
      one.start(here::add);
      other.start(there::add);
      untilBothListen(one, other);

      one.wake(Stage.DELIVER);
      assertThat(here.poll()).isEqualTo(Stage.DELIVER);
      assertThat(there.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DELIVER);
      other.wake(Stage.PULL); // what comes after it says that nothing came before it
      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.PULL);
    }
  }

  @Test
  void workThatIsCommittedIsNotToldThatNobodyCouldBeWoken() {
    try (TestDatabase database = TestDatabase.create();
        Wakeups wakeups = new Wakeups(database.dataSource())) {
      wakeups.start(
          stage -> {
            throw new IllegalStateException("the routes have ended");
          });
      wakeups.wake(Stage.MATCH);
    }
  }

  @Test
  void whoIsToBeWokenAfterAWhileIsWokenOnceHoweverOftenThatIsAsked() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Wakeups wakeups = new Wakeups(database.dataSource())) {
      wakeups.start(here::add);
      long begin = System.nanoTime();
      wakeups.wakeAfter(Duration.ofMillis(300), Stage.DUN);
      wakeups.wakeAfter(Duration.ofMillis(300), Stage.DUN);
      wakeups.wakeAfter(Duration.ofMillis(600), Stage.MATCH);

      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DUN);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofMillis(300));
      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.MATCH);
      wakeups.wakeAfter(Duration.ZERO, Stage.DUN);
      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DUN);
    }
  }

  @Test
  void whoIsToBeWokenSoonerThanWasAskedBeforeDoesNotWaitForThat() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Wakeups wakeups = new Wakeups(database.dataSource())) {
      wakeups.startAlone(here::add);
      wakeups.wakeAfter(Duration.ofHours(1), Stage.DELIVER);
      wakeups.wakeAfter(Duration.ofMillis(1), Stage.DELIVER);

      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DELIVER);
    }
  }

  @Test
  void whoIsToBeWokenLaterThanWasAskedBeforeIsWokenThenToo() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Wakeups wakeups = new Wakeups(database.dataSource())) {
      wakeups.startAlone(here::add);
      long begin = System.nanoTime();
      wakeups.wakeAfter(Duration.ofMillis(1), Stage.DELIVER);
      wakeups.wakeAfter(Duration.ofMillis(400), Stage.DELIVER);

      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DELIVER);
      assertThat(here.poll(30, TimeUnit.SECONDS)).isEqualTo(Stage.DELIVER);
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isGreaterThanOrEqualTo(Duration.ofMillis(400));
    }
  }

  @Test
  void whatATransactionMakesDueWakesAsItCommitsOnceAndNeverWhenItIsUndone() {
    try (TestDatabase database = TestDatabase.create();
        Wakeups wakeups = new Wakeups(database.dataSource())) {
      wakeups.startAlone(here::add);
      Transactions transactions = new Transactions(database.dataSource());
      transactions.run(
          () -> {
            wakeups.wakeOnCommit(Stage.MATCH);
            wakeups.wakeOnCommit(Stage.MATCH);
            assertThat(here).isEmpty();
          });
      assertThat(here).containsExactly(Stage.MATCH);

      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  transactions.run(
                      () -> {
                        wakeups.wakeOnCommit(Stage.DUN);
                        throw new IllegalStateException("undone");
                      }));
      assertThat(here).containsExactly(Stage.MATCH);

      wakeups.wakeOnCommit(Stage.PULL);
      assertThat(here).containsExactly(Stage.MATCH, Stage.PULL);
    }
  }

  @Test
  void whoIsAloneWakesItselfAndHearsOthersButTellsNobody() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Wakeups alone = new Wakeups(database.dataSource());
        Wakeups other = new Wakeups(database.dataSource())) {
      alone.startAlone(here::add);
      other.start(there::add);
      awaken(other, here);
      untilNothingIsUnderway(other, here);
      there.clear();

      alone.wake(Stage.MATCH);
      assertThat(here.poll()).isEqualTo(Stage.MATCH);
      assertThat(there.poll(500, TimeUnit.MILLISECONDS)).isNull();
    }
  }

  private void untilBothListen(Wakeups one, Wakeups other) throws InterruptedException {
    awaken(other, here);
    awaken(one, there);
    untilNothingIsUnderway(other, here);
    untilNothingIsUnderway(one, there);
    here.clear();
  }

  /** What is told last of all stages says that what was told before has come. */
  private static void untilNothingIsUnderway(Wakeups from, BlockingQueue<Stage> heard)
      throws InterruptedException {
    heard.clear();
    from.wake(Stage.DELIVER);
    @Nullable Stage last;
    do {
      last = heard.poll(30, TimeUnit.SECONDS);
      assertThat(last).isNotNull();
    } while (last != Stage.DELIVER);
  }

  /** A notification that is sent before somebody listens is lost. */
  private static void awaken(Wakeups from, BlockingQueue<Stage> heard) throws InterruptedException {
    heard.clear();
    do {
      from.wake(Stage.DUN);
    } while (heard.poll(50, TimeUnit.MILLISECONDS) == null);
  }
}
