package org.dunlin.work.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was kept long enough goes, whoever reads meanwhile. */
class KeepNoLongerTest {
  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final KeepNoLonger aDecadeLater =
      new KeepNoLonger(
          hub.stores,
          Clock.offset(Clock.systemUTC(), Duration.ofDays(3660)),
          new KeptMonths(1, 1, 1, 1, null, null));

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void keysAreDestroyedWhileTheMonthIsReadAndItsRoomIsFreedByTheNextRun() {
    hub.offer("42.xml", InvoiceFile.of("2026-0042", "C1", TestHub.TODAY, "100.00").bytes());
    hub.settle();
    assertThat(count("delivery where wrapped is not null")).isEqualTo(1);

    hub.stores
        .transactions()
        .run(
            () -> {
              assertThat(count("delivery_chunk")).isEqualTo(1);
              CompletableFuture.runAsync(aDecadeLater::run).join();
            });
    assertThat(count("delivery where wrapped is not null")).isZero();
    assertThat(count("delivery_chunk")).isEqualTo(1);

    aDecadeLater.run();
    assertThat(count("delivery_chunk")).isZero();
  }

  private int count(String table) {
    return hub.jdbc().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
