package org.dunlin.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnchangingFileTest {
  @TempDir Path folder;

  @Test
  void aFileThatStaysTheSameIsReadToItsEnd() throws IOException {
    try (UnchangingFile file = new UnchangingFile(file("whole"))) {
      assertThat(file.readAllBytes()).asString().isEqualTo("whole");
    }
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNotTakenForWhole() throws IOException {
    Path path = file("first half");
    try (UnchangingFile file = new UnchangingFile(path)) {
      assertThat(file.readNBytes(5)).hasSize(5);
      Files.writeString(path, ", second half", StandardOpenOption.APPEND);

      assertThatThrownBy(file::readAllBytes)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("still being written");
    }
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("file.xml"), content);
  }
}
