package org.dunlin.store.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dunlin.store.Rows;
import org.dunlin.store.Stores;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.store.program.Streams.Key;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is asked next, and by whom. */
class LinkedProgramsTest {
  private final Rows rows = new Rows();
  private final Stores other = rows.anotherProcess();
  private final LinkedPrograms linked = rows.stores.programs().linked();
  private final Streams streams = rows.stores.programs().streams();

  @AfterEach
  void close() {
    rows.close();
  }

  @Test
  void aConnectionIsAskedByOneWorkerAtATimeOfWhateverProcess() {
    Linked.add(rows, "books");
    ClaimedProgram claimed = linked.claim(true).orElseThrow();
    assertThat(linked.claim(true)).isEmpty();
    assertThat(other.programs().linked().claim(true)).isEmpty();
    linked.release(claimed);

    assertThat(other.programs().linked().claim(true)).isPresent();
  }

  @Test
  void aConnectionIsNotPassedOverWhileRowsThatNameItAreWritten() throws Exception {
    Linked.add(rows, "books");
    try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
      Future<Optional<ClaimedProgram>> claimed =
          rows.stores
              .transactions()
              .in(
                  () -> {
                    // what PostgreSQL does for a row with a foreign key
                    rows.jdbc()
                        .sql("select 1 from program_connection for key share")
                        .query()
                        .rowSet();
                    Future<Optional<ClaimedProgram>> other =
                        meanwhile.submit(() -> linked.claim(true));
                    ended(other);
                    return other;
                  });

      assertThat(claimed.get()).isPresent();
    }
  }

  private static void ended(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatWasReadUnderALeaseThatWasLostIsRefused() {
    Linked.add(rows, "books");
    ClaimedProgram late = linked.claim(true).orElseThrow();
    rows.afterTheLease();
    assertThat(other.programs().linked().claim(true)).isPresent();

    assertThatThrownBy(() -> linked.answered(late)).isInstanceOf(LeaseLost.class);
    assertThatThrownBy(() -> linked.release(late)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void aLongerWaitIsNotMadeShorter() {
    Linked.add(rows, "books");
    linked.limit("acme", "books", Duration.ofHours(2), "The program asks to wait.");
    linked.limit("acme", "books", Duration.ofMinutes(5), "It broke off.");
    LinkedProgram limited = linked.find("acme", "books").orElseThrow();

    assertThat(limited.limited()).isEqualTo("The program asks to wait.");
    assertThat(limited.limitedUntil()).isAfter(limited.since().plus(Duration.ofHours(1)));
  }

  @Test
  void whatARunBroughtIsTrueOfTheMomentAtWhichItBegan() {
    Linked.add(rows, "books");
    streams.begun(key("books"), "{}");
    rows.jdbc()
        .sql("update connection_stream set run_started_at = now() - interval '5 hours'")
        .update();
    streams.turned(key("books"), "{}", null, 1);
    streams.ended(key("books"), null, 1, null);
    StreamState state = state("books");

    assertThat(state.lastSuccessAt()).isEqualTo(state.runStartedAt());
  }

  @Test
  void whatIsWantedWhileTheConnectionIsGivenBackMakesItDue() throws Exception {
    Linked.add(rows, "books");
    ClaimedProgram claimed = linked.claim(true).orElseThrow();
    streams.ended(key("books"), null, 0, Duration.ofHours(1));
    CountDownLatch wanted = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<?> notice = threads.submit(() -> want(wanted, goOn));
      wanted.await();
      Future<?> release =
          threads.submit(() -> rows.stores.transactions().run(() -> linked.release(claimed)));
      untilSomebodyWaitsForALock();
      goOn.countDown();
      notice.get();
      release.get();
    }

    assertThat(linked.claim(true)).isPresent();
  }

  /** As a notice does: the connection first, then what is wanted, then when it is due. */
  private void want(CountDownLatch wanted, CountDownLatch goOn) {
    rows.stores
        .transactions()
        .run(
            () -> {
              linked.lock("acme", "books");
              rows.stores
                  .programs()
                  .wanted()
                  .want(
                      "acme",
                      "books",
                      List.of(new WantedObject("invoices", Kind.OBJECT, "1", "{}")),
                      Urgency.NOTICE);
              wanted.countDown();
              await(goOn);
              linked.refresh("acme", "books");
            });
  }

  private void untilSomebodyWaitsForALock() {
    while (rows.jdbc()
            .sql("select count(*) from pg_locks where not granted")
            .query(Integer.class)
            .single()
        == 0) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private StreamState state(String connectionId) {
    return streams.of("acme", connectionId).stream()
        .filter(each -> each.reading() == Reading.POLL)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOneThatIsDueLongestComesFirstAndThenGoesBehindTheOthers() {
    Linked.add(rows, "first");
    Linked.add(rows, "second");
    ClaimedProgram claimed = linked.claim(true).orElseThrow();
    assertThat(claimed.connectionId()).isEqualTo("first");
    streams.turned(key("first"), "{}", null, 1);
    linked.release(claimed);

    assertThat(linked.claim(true).orElseThrow().connectionId()).isEqualTo("second");
  }

  @Test
  void whatIsPausedOrNotPermittedOrLimitedIsNotDue() {
    Linked.add(rows, "paused");
    Linked.add(rows, "shut");
    Linked.add(rows, "limited");
    rows.stores.connections().setPaused("acme", "paused", true);
    linked.refresh("acme", "paused");
    linked.setAccess("acme", "shut", Access.REAUTHORISE, "It said no.");
    linked.limit("acme", "limited", Duration.ofHours(1), "The day is used up.");

    assertThat(linked.claim(true)).isEmpty();
    linked.setAccess("acme", "shut", Access.AUTHORISED, null);
    assertThat(linked.claim(true).orElseThrow().connectionId()).isEqualTo("shut");
  }

  @Test
  void oneThatDidNotAnswerIsLeftToThoseWhoAskSilentOnes() {
    Linked.add(rows, "silent");
    ClaimedProgram claimed = linked.claim(false).orElseThrow();
    linked.silent(claimed);
    linked.release(claimed);

    assertThat(linked.claim(false)).isEmpty();
    ClaimedProgram again = linked.claim(true).orElseThrow();
    linked.answered(again);
    linked.release(again);
    assertThat(linked.claim(false)).isPresent();
  }

  @Test
  void aConnectionIsDueWithTheFirstOfItsStreams() {
    Linked.add(rows, "books");
    ClaimedProgram claimed = linked.claim(true).orElseThrow();
    streams.ended(key("books"), "2026-11-26", 3, Duration.ofHours(1));
    linked.release(claimed);
    assertThat(linked.claim(true)).isEmpty();
    streams.pollNow("acme", "books");
    linked.refresh("acme", "books");

    assertThat(linked.claim(true)).isPresent();
  }

  @Test
  void aSweepIsARunWithANumberOfItsOwn() {
    Linked.add(rows, "books");
    Key sweep = new Key("acme", "books", "invoices", Reading.SWEEP);
    streams.add(sweep, Duration.ZERO);
    streams.begun(sweep, "{}");
    streams.ended(sweep, null, 3, Duration.ofDays(1));
    streams.begun(sweep, "{}");

    assertThat(streams.of("acme", "books"))
        .filteredOn(state -> state.reading() == Reading.SWEEP)
        .extracting(StreamState::generation)
        .containsExactly(2L);
  }

  @Test
  void aConnectionThatIsRemovedTakesAllOfItAlong() {
    Linked.add(rows, "books");
    rows.stores.programs().secrets().put("acme", "books", "apiKey", "hunter2");
    rows.stores.connections().remove("acme", "books");

    assertThat(rows.jdbc().sql("select count(*) from connection_key").query(Long.class).single())
        .isZero();
    assertThat(rows.stores.programs().linked().find("acme", "books")).isEmpty();
  }

  private static Key key(String connectionId) {
    return new Key("acme", connectionId, "invoices", Reading.POLL);
  }
}
