package org.dunlin.config.hub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a {@code dunlin.yaml} that cannot be read at all, or says nothing of the hub. */
class SettingsFileTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dunlin:\n  sweep: 1s\n",
        "dunlin.sweep: 1s\n",
        "server:\n  servlet.session.timeout: 10m\n",
        "# all by default\n",
        ""
      })
  void aFileOfSettingsIsTaken(String words) throws IOException {
    assertThat(SettingsFile.problem(file(words))).isEmpty();
  }

  @Test
  void thereNeedBeNoFile() {
    assertThat(SettingsFile.problem(folder.resolve("dunlin.yaml"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dunling:\n  sweep: 1s\n", "sweep: 1s\n", "hello\n", "- dunlin\n"})
  void aFileThatSaysNothingOfTheHubIsNoFileOfSettings(String words) throws IOException {
    assertThat(SettingsFile.problem(file(words)))
        .contains(
            "dunlin.yaml says nothing of the hub: its settings stand below a line that is dunlin:"
                + " and nothing else. docs/start.md shows one.");
  }

  @Test
  void whatIsNoYamlIsSaidWithItsLine() throws IOException {
    assertThat(SettingsFile.problem(file("dunlin:\n\tsweep: 1s\n")).orElseThrow())
        .startsWith("dunlin.yaml line 2 is not YAML: ");
  }

  @Test
  void anotherEncodingIsSaidAsOne() throws IOException {
    Path file = folder.resolve("dunlin.yaml");
    Files.write(file, "dunlin:\n  companies: [{name: Caf\u00e9}]\n".getBytes(ISO_8859_1));

    assertThat(SettingsFile.problem(file))
        .contains("dunlin.yaml cannot be read: it is not written in UTF-8. Save it as UTF-8.");
  }

  @Test
  void whoeverHasNoRightToItIsNamed() {
    assertThat(SettingsFile.why(new AccessDeniedException("dunlin.yaml")))
        .startsWith("the user " + System.getProperty("user.name") + ", as whom the hub runs,");
  }

  @Test
  void aFolderOfThatNameIsSaidInTheWordsOfTheSystem() throws IOException {
    assertThat(SettingsFile.problem(Files.createDirectory(folder.resolve("dunlin.yaml"))))
        .contains("dunlin.yaml cannot be read: Is a directory");
  }

  private Path file(String words) throws IOException {
    return Files.writeString(folder.resolve("dunlin.yaml"), words);
  }
}
