package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneHubPerDirectoryTest {

  @TempDir Path folder;

  @BeforeEach
  void putAClusterThere() throws IOException {
    TestClusters.copyInto(folder);
  }

  @Test
  void aSecondStartInTheSameProcessIsRefusedAndLeavesTheFirstItsLock() throws Exception {
    try (var postgres = EmbeddedPostgres.start(TestServer.settings(folder))) {
      for (int attempt = 0; attempt < 2; attempt++) {
        assertRefused(ProcessHandle.current().pid());
      }
      TestClusters.remember(postgres, "still running");
      assertThatThrownBy(() -> ForkedHub.start(folder).close())
          .hasMessageContaining(DataDirectoryInUse.class.getName());
    }
  }

  @Test
  void aSecondHubInAnotherProcessIsRefusedUntilTheFirstHasStopped() throws Exception {
    try (var other = ForkedHub.start(folder)) {
      assertRefused(other.pid());
      assertThat(ProcessHandle.of(other.postmaster())).isPresent();
    }
    try (var postgres = EmbeddedPostgres.start(TestServer.settings(folder))) {
      assertThat(TestClusters.memory(postgres)).containsExactly("written by the forked hub");
    }
  }

  private void assertRefused(long holder) throws IOException {
    var expected = folder.toRealPath().toString();
    assertThatThrownBy(() -> EmbeddedPostgres.start(TestServer.settings(folder)))
        .isInstanceOfSatisfying(
            DataDirectoryInUse.class,
            inUse -> {
              assertThat(inUse.directory()).isEqualTo(expected);
              assertThat(inUse.holder()).contains("pid " + holder);
              assertThat(inUse).hasMessageContaining(inUse.directory());
              assertThat(inUse.remedy()).contains("DUNLIN_DATA");
            });
  }

  @Test
  void closingTwiceDoesNotDisturbTheNextServer() throws Exception {
    var first = EmbeddedPostgres.start(TestServer.settings(folder));
    first.close();
    try (var second = EmbeddedPostgres.start(TestServer.settings(folder))) {
      first.close();
      TestClusters.remember(second, "still running");
      assertRefused(ProcessHandle.current().pid());
    }
  }

  @Test
  void theLockFileNamesTheHolder() throws Exception {
    var directory = DataDirectory.at(folder);
    try (var lock = DataDirectoryLock.take(directory)) {
      assertThat(lock).isNotNull();
      assertThat(Files.readString(directory.lockFile()))
          .startsWith("pid " + ProcessHandle.current().pid() + ", started 20");
    }
  }
}
