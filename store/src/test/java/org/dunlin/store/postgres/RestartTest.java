package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

  @TempDir Path folder;

  @BeforeEach
  void putAClusterThere() throws IOException {
    TestClusters.copyInto(folder);
  }

  @Test
  void aRestartKeepsTheDataAndStopsTheServerInBetween() throws Exception {
    long first;
    try (var postgres = EmbeddedPostgres.start(quick())) {
      TestClusters.remember(postgres, "kept");
      first = postgres.postmaster();
    }
    assertThat(new ClusterProcesses(DataDirectory.at(folder), Platform.current()).running())
        .isEmpty();
    try (var postgres = EmbeddedPostgres.start(quick())) {
      assertThat(TestClusters.memory(postgres)).containsExactly("kept");
      assertThat(postgres.postmaster()).isNotEqualTo(first);
    }
  }

  @Test
  void aPortThatIsTakenMeanwhileIsReplacedByAnother() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var ports = new ArrayDeque<>(List.of(taken.getLocalPort(), FreePort.find()));
      var expected = ports.getLast();
      try (var postgres = EmbeddedPostgres.start(quick(), ports::pop)) {
        assertThat(postgres.port()).isEqualTo(expected);
      }
    }
  }

  @Test
  void aServerThatWouldLoseDataIsRefused() throws Exception {
    try (var postgres = EmbeddedPostgres.start(quick())) {
      var directory = new DataDirectory(postgres.dataDirectory());
      assertThatThrownBy(
              () ->
                  new Supervisor(directory, postgres.port(), "", postgres.password())
                      .checkDurable())
          .isInstanceOfSatisfying(
              PostgresFailure.class,
              failure -> assertThat(failure.code()).isEqualTo(PostgresFailure.Code.NOT_DURABLE));
    }
  }

  @Test
  void aSettingOfTheHubsRoleThatWouldLoseDataIsRefused() throws Exception {
    try (var postgres = EmbeddedPostgres.start(TestClusters.durable(folder))) {
      TestClusters.execute(postgres, "alter role dunlin set synchronous_commit = off");
    }
    assertThatThrownBy(() -> EmbeddedPostgres.start(TestClusters.durable(folder)))
        .isInstanceOf(PostgresFailure.class)
        .hasMessageContaining("synchronous_commit=off");
    assertThat(new ClusterProcesses(DataDirectory.at(folder), Platform.current()).running())
        .isEmpty();
  }

  @Test
  void aFailedStartShowsTheEndOfTheServersLogAndFreesTheDirectory() throws Exception {
    var control = DataDirectory.at(folder).cluster().resolve("global").resolve("pg_control");
    var content = Files.readAllBytes(control);
    Files.write(control, new byte[content.length]);
    for (int attempt = 0; attempt < 2; attempt++) {
      assertThatThrownBy(() -> EmbeddedPostgres.start(quick()))
          .isInstanceOfSatisfying(
              PostgresFailure.class,
              failure -> {
                assertThat(failure.code()).isEqualTo(PostgresFailure.Code.START_FAILED);
                assertThat(failure)
                    .hasMessageContaining("FATAL")
                    .hasMessageContaining("PG_CONTROL_VERSION");
              });
    }
    Files.write(control, content);
    EmbeddedPostgres.start(quick()).close();
  }

  @Test
  void aClusterOfAnotherMajorVersionIsRefused() throws Exception {
    var old = DataDirectory.at(folder).postgres().resolve("17").resolve("cluster");
    Files.createDirectories(old);
    Files.writeString(old.resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(quick()))
        .isInstanceOfSatisfying(
            PostgresFailure.class,
            failure -> {
              assertThat(failure.code()).isEqualTo(PostgresFailure.Code.OTHER_MAJOR_VERSION);
              assertThat(failure.remedy()).contains("dunlin restore");
            });
  }

  @Test
  void anUnfinishedClusterOfAnInterruptedFirstStartIsReplaced() throws Exception {
    PrivateFiles.deleteTree(DataDirectory.at(folder).cluster());
    var unfinished = DataDirectory.at(folder).home().resolve("cluster-unfinished-1");
    Files.createDirectories(unfinished.resolve("base"));
    EmbeddedPostgres.start(quick()).close();
    assertThat(unfinished).doesNotExist();
  }

  private EmbeddedPostgresSettings quick() {
    return TestServer.settings(folder);
  }
}
