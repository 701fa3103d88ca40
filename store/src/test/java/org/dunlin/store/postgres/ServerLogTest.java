package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

  @TempDir Path folder;
  private ServerLog log;

  @BeforeEach
  void makeTheFolders() {
    log = ServerLog.of(DataDirectory.at(folder));
  }

  @Test
  void aLargeLogIsPutAsideAndTheOneBeforeItDropped() throws Exception {
    Files.writeString(log.former(), "oldest");
    Files.write(log.path(), new byte[(int) ServerLog.ROTATED_AT_BYTES + 1]);
    log.rotate();
    assertThat(log.path()).doesNotExist();
    assertThat(log.former()).hasSize(ServerLog.ROTATED_AT_BYTES + 1);
  }

  @Test
  void aSmallLogIsContinued() throws Exception {
    Files.writeString(log.path(), "line\n");
    log.rotate();
    assertThat(log.path()).hasContent("line\n");
    assertThat(log.former()).doesNotExist();
  }

  @Test
  void theTailHasOnlyWhatWasWrittenSince() throws Exception {
    Files.writeString(log.path(), "before\n");
    var size = log.size();
    Files.writeString(log.path(), "before\nsince\n");
    assertThat(log.tailSince(size)).isEqualTo("since");
    assertThat(log.tailSince(log.size())).isEmpty();
  }

  @Test
  void theTailIsShort() throws Exception {
    Files.writeString(log.path(), "x".repeat(100_000) + "end");
    assertThat(log.tailSince(0)).hasSizeLessThan(3_000).endsWith("end");
  }
}
