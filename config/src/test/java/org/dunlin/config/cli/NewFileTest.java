package org.dunlin.config.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class NewFileTest {
  @TempDir private Path folder;

  private static void write(Path target, String text) throws IOException {
    NewFile.write(target, out -> out.write(text.getBytes(UTF_8)));
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerMayReadIt() throws IOException {
    Path target = folder.resolve("customer.zip");
    write(target, "all");
    assertThat(target).hasContent("all");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
        .isEqualTo("rw-------");
  }

  @Test
  void aFailureLeavesNothingSoThatItCanBeTriedAgain() throws IOException {
    Path target = folder.resolve("customer.zip");
    assertThatThrownBy(
            () ->
                NewFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("No space left on device");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(folder).isEmptyDirectory();
    write(target, "all");
    assertThat(folder).isDirectoryContaining(target::equals);
  }

  @Test
  void aFileThatIsThereStaysAsItIs() throws IOException {
    Path target = Files.writeString(folder.resolve("customer.zip"), "mine");
    assertThatThrownBy(() -> write(target, "all")).isInstanceOf(FileAlreadyExistsException.class);
    assertThatThrownBy(
            () ->
                NewFile.write(
                    folder.resolve("other.zip"),
                    out -> Files.writeString(folder.resolve("other.zip"), "mine")))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(target).hasContent("mine");
    assertThat(folder.resolve("other.zip")).hasContent("mine");
  }
}
