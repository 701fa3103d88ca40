package org.dunlin.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Stage;
import org.dunlin.store.company.WorkDue;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.match.MatchCompany;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final Duration HOUR = Duration.ofHours(1);

  private final TestHub hub = TestHub.with(DunningMode.LIVE);
  private final BlockingQueue<Stage> woken = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whereNothingEverCameInNothingIsWaitedFor() {
    assertThat(quiet(HOUR).permits("acme", Instant.now())).isTrue();
  }

  @Test
  void whatJustCameInMayBeFollowedByMore() {
    comesIn();

    assertThat(quiet(HOUR).permits("acme", Instant.now())).isFalse();
    assertThat(quiet(Duration.ZERO).permits("acme", Instant.now())).isTrue();
  }

  @Test
  void theStageIsWokenAsSoonAsItNeedNotWaitAnyMore() throws InterruptedException {
    hub.stores.wakeups().startAlone(this::note);
    comesIn();
    Quiet quiet = quiet(Duration.ofSeconds(2));

    Instant asked = Instant.now();
    boolean permitted = quiet.permits("acme", Instant.now().plusSeconds(60));
    Stage stage = permitted ? Stage.MATCH : woken.poll(60, TimeUnit.SECONDS);

    assertThat(stage).isEqualTo(Stage.MATCH);
    assertThat(quiet.permits("acme", asked.plusSeconds(60))).isTrue();
  }

  @Test
  void whatWasDueForTenTimesAsLongDoesNotWait() {
    comesIn();

    assertThat(quiet(HOUR).permits("acme", Instant.now().minus(HOUR.multipliedBy(10)))).isTrue();
  }

  @Test
  void whatComesTogetherIsMatchedTogether() {
    assertThat(hub.match.next()).isTrue();
    comesIn();
    assertThat(hub.translate.next()).isTrue();
    hub.stores.companies().addWorkDue("acme", WorkDue.MATCH);

    MatchCompany patient =
        new MatchCompany(hub.stores, Checkpoint.NONE, Abilities.NONE, Spans.NONE, HOUR);
    assertThat(patient.next()).isFalse();
    assertThat(hub.stores.companies().workDue("acme", WorkDue.MATCH)).isNotEmpty();
    assertThat(hub.match.next()).isTrue();
  }

  /** What comes in wakes translating. */
  private void note(Stage stage) {
    if (stage == Stage.MATCH) {
      woken.add(stage);
    }
  }

  /** Now, by the clock that quiet goes by. */
  private void comesIn() {
    AcceptFile accept =
        new AcceptFile(hub.stores, Clock.systemUTC(), Checkpoint.NONE, TestHub.LARGEST_FILE);
    ByteArrayInputStream bytes = new ByteArrayInputStream(new byte[] {1});
    assertThat(accept.accept("acme", TestHub.CONNECTION, "one.csv", bytes)).isNotNull();
  }

  private Quiet quiet(Duration span) {
    return new Quiet(hub.stores, span, Stage.MATCH);
  }
}
