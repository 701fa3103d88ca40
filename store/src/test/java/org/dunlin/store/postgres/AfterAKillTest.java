package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterAKillTest {

  @TempDir Path folder;

  @BeforeEach
  void putAClusterThere() throws IOException {
    TestClusters.copyInto(folder);
  }

  @Test
  void theServerOfAKilledHubIsStoppedAndItsDataIsThere() throws Exception {
    var hub = ForkedHub.start(folder);
    hub.kill();
    var orphan = ProcessHandle.of(hub.postmaster()).orElseThrow();
    assertThat(orphan.isAlive()).isTrue();
    try (var postgres = EmbeddedPostgres.start(TestClusters.durable(folder))) {
      assertThat(TestClusters.memory(postgres)).containsExactly("written by the forked hub");
      assertThat(postgres.postmaster()).isNotEqualTo(hub.postmaster());
      orphan.onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void aHubStartsAfterBothItAndItsPostmasterWereKilled() throws Exception {
    var hub = ForkedHub.start(folder);
    hub.kill();
    ProcessHandle.of(hub.postmaster()).orElseThrow().destroyForcibly();
    try (var postgres = EmbeddedPostgres.start(TestClusters.durable(folder))) {
      assertThat(TestClusters.memory(postgres)).containsExactly("written by the forked hub");
    }
  }

  @Test
  void aPostmasterThatIsKilledUnderALivingHubComesBackOnItsPort() throws Exception {
    try (var postgres = EmbeddedPostgres.start(TestClusters.durable(folder))) {
      TestClusters.remember(postgres, "committed before");
      var killed = postgres.postmaster();
      try (var busy = TestClusters.connect(postgres)) {
        var query = keepBusy(postgres, busy);
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertThat(query.get(10, TimeUnit.SECONDS)).isInstanceOf(SQLException.class);
      }
      assertThat(eventually(() -> TestClusters.memory(postgres)))
          .containsExactly("committed before");
      assertThat(postgres.postmaster()).isNotEqualTo(killed);
    }
    assertThat(processes().running()).isEmpty();
  }

  /** A backend that computes and never looks whether its postmaster is still there. */
  private static CompletableFuture<Exception> keepBusy(
      EmbeddedPostgres postgres, Connection connection) throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 2_000);
    var query =
        CompletableFuture.supplyAsync(
            () -> {
              try (var statement = connection.createStatement()) {
                statement.execute("do $$ begin loop null; end loop; end $$");
                return new IllegalStateException("the endless loop ended");
              } catch (SQLException ended) {
                return ended;
              }
            });
    var busy = "select 'busy' from pg_stat_activity where query like 'do %' and state = 'active'";
    assertThat(eventually(() -> TestClusters.query(postgres, busy))).containsExactly("busy");
    return query;
  }

  private interface Query {
    List<String> ask() throws SQLException;
  }

  /** The first answer that has a row, while the server may be away in between. */
  private static List<String> eventually(Query query) {
    var answer = new CompletableFuture<List<String>>();
    var attempt =
        new Runnable() {
          @Override
          public void run() {
            try {
              var rows = query.ask();
              if (!rows.isEmpty()) {
                answer.complete(rows);
              }
            } catch (SQLException notYet) {
              // The server is away; asked again below.
            }
            if (!answer.isDone()) {
              CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS).execute(this);
            }
          }
        };
    attempt.run();
    return answer.orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Test
  void aProcessThatGotTheOldPostmastersIdIsLeftAlone() throws Exception {
    var stranger = new ProcessBuilder("sleep", "60").start();
    try {
      pretendPostmaster(stranger.pid());
      try (var postgres = EmbeddedPostgres.start(TestClusters.durable(folder))) {
        assertThat(postgres.postmaster()).isNotEqualTo(stranger.pid());
        assertThat(stranger.isAlive()).isTrue();
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly().waitFor();
    }
  }

  @Test
  void thePostgresOfAnotherDirectoryIsLeftAlone() throws Exception {
    var other = Files.createDirectory(folder.resolve("other"));
    TestClusters.copyInto(other);
    try (var stranger = EmbeddedPostgres.start(TestServer.settings(other))) {
      pretendPostmaster(stranger.postmaster());
      try (var postgres = EmbeddedPostgres.start(TestServer.settings(folder))) {
        assertThat(postgres.postmaster()).isNotEqualTo(stranger.postmaster());
        TestClusters.remember(stranger, "still running");
      }
    }
  }

  @Test
  void aProcessThatHasEndedButIsStillListedIsNotTakenForAServer() throws Exception {
    assumeTrue(Platform.current().isLinux(), "zombies are made with a shell");
    // The shell is replaced by one that never asks after its child.
    var parent = new ProcessBuilder("sh", "-c", "sh -c 'exit 0' & echo $!; exec sleep 60").start();
    try (var output = parent.inputReader()) {
      pretendPostmaster(Long.parseLong(output.readLine().strip()));
      try (var postgres = EmbeddedPostgres.start(TestServer.settings(folder))) {
        TestClusters.remember(postgres, "started");
      }
    } finally {
      parent.destroyForcibly().waitFor();
    }
  }

  private void pretendPostmaster(long pid) throws Exception {
    var directory = DataDirectory.at(folder);
    Files.writeString(
        PostmasterFile.of(directory.cluster()).path(),
        String.join("\n", Long.toString(pid), directory.cluster().toString(), "1", "5432", "", ""));
  }

  private ClusterProcesses processes() {
    return new ClusterProcesses(DataDirectory.at(folder), Platform.current());
  }
}
