package org.dunlin.config.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.dunlin.core.port.Checkpoint.Step;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.junit.jupiter.api.io.TempDir;

class TwoHubsTest {
  private static final int DAYS = 22;
  private static final int DAYS_AT_ONCE = 20;

  @TempDir Path folder;

  private final Deque<Stop> plan =
      new ArrayDeque<>(
          List.of(
              Stop.at(Step.INTAKE_STORED, 3),
              Stop.at(Step.TRANSLATE_APPLIED, 3),
              Stop.atMail(Step.DELIVER_SENDING)));

  private Standing one;
  private Standing other;

  /** A hub, and when it comes to the next stop. */
  private record Standing(HubProcess hub, CompletableFuture<String> there) {}

  @Test
  void twoHubsShareTheWorkAndEachTakesOverWhatTheOtherLeavesWhenItIsKilled() throws Exception {
    try (EmbeddedPostgres database =
            EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(folder.resolve("server")));
        Outside outside = Outside.of(DAYS, folder.resolve("books"));
        Hubs hubs = new Hubs("two", folder.resolve("data"))) {
      List<String> settings = new ArrayList<>(outside.settings());
      settings.add("dunlin.database.url=" + database.jdbcUrl());
      settings.add("dunlin.database.user=" + database.user());
      settings.add("dunlin.database.password=" + database.password());
      HubProcess first = hubs.launch(settings);
      HubProcess second = hubs.launch(settings);
      first.ready();
      second.ready();
      one = stopping(first);
      other = stopping(second);
      List<LocalDate> days = outside.world().days();
      pass(days.subList(0, DAYS_AT_ONCE), outside, hubs, settings);
      for (LocalDate day : days.subList(DAYS_AT_ONCE, DAYS)) {
        pass(List.of(day), outside, hubs, settings);
      }
      assertThat(plan).isEmpty();
      new Invariants(outside, new Books(pool(database))).hold();
      hubs.end();
    }
  }

  private static DataSource pool(EmbeddedPostgres database) {
    PGSimpleDataSource pool = new PGSimpleDataSource();
    pool.setUrl(database.jdbcUrl());
    pool.setUser(database.user());
    pool.setPassword(database.password());
    return pool;
  }

  /** Lets days pass as one; the hub that first comes to the next stop is killed and replaced. */
  private void pass(List<LocalDate> days, Outside outside, Hubs hubs, List<String> settings)
      throws IOException {
    one.hub().begin(days.getLast());
    outside.deliver(days);
    while (comesToAStop()) {
      HubProcess killed = one.there().isDone() ? one.hub() : other.hub();
      HubProcess survivor = one.there().isDone() ? other.hub() : one.hub();
      killed.kill();
      survivor.goOn();
      plan.removeFirst();
      one = stopping(survivor);
      other = stopping(hubs.start(settings));
    }
    outside.readMail(days.getLast());
  }

  /** False once the work is done and nobody has come to the stop. */
  private boolean comesToAStop() {
    CompletableFuture<?> drained =
        CompletableFuture.allOf(one.hub().drained(), other.hub().drained());
    HubProcess.await(CompletableFuture.anyOf(one.there(), other.there(), drained));
    return one.there().isDone() || other.there().isDone();
  }

  private Standing stopping(HubProcess hub) {
    return new Standing(
        hub, plan.isEmpty() ? new CompletableFuture<>() : hub.stopAt(plan.getFirst()));
  }
}
