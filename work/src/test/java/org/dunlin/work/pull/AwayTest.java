package org.dunlin.work.pull;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.work.program.Health.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A database that is restarted while a program is read costs a page another try. */
class AwayTest {
  private final Shop shop = new Shop();
  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(Shop.MANIFEST, vendor);
  private final AtomicInteger ended = new AtomicInteger();

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aDatabaseThatGoesAwayWhileAPageIsStoredIsNoReasonToLetTheProgramRest() {
    vendor.answers(shop);
    shop.put("i-1", Instant.parse("2026-11-20T08:00:00Z"));
    hub.connect(Shop.settings("hook key"), Shop.token());
    PullHub.Process reading = hub.another(this::endTheServersProcessOnce);

    assertThat(reading.pull.next()).isTrue();
    assertThat(ended).hasValue(1);
    assertThat(hub.bodies("invoices")).isEmpty();

    hub.drain();
    assertThat(hub.bodies("invoices")).hasSize(1);
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  /** As when the server is shut down: the transaction's process is told to end. */
  private void endTheServersProcessOnce(Step step) {
    if (step == Step.PULL_STORED && ended.get() == 0) {
      CompletableFuture.runAsync(
              () ->
                  ended.addAndGet(
                      hub.hub
                          .jdbc()
                          .sql(
                              """
                              select pg_terminate_backend(pid, 10000) from pg_stat_activity
                               where datname = current_database() and state = 'idle in transaction'
                              """)
                          .query(Boolean.class)
                          .list()
                          .size()))
          .join();
    }
  }
}
