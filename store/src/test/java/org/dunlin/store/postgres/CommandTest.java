package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a command reach its program as they stand; no shell reads them. */
class CommandTest {
  private static final Path PRINTF = Path.of("/usr/bin/printf");

  @TempDir Path folder;

  private Command.Outcome printed(String word) throws IOException {
    assumeTrue(Files.isExecutable(PRINTF), "there is no printf here");
    return new Command(
            List.of(PRINTF.toString(), "<%s>", word),
            folder,
            folder.resolve("output"),
            Duration.ofSeconds(60))
        .run();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "a; touch made",
        "a && touch made",
        "$(touch made)",
        "`touch made`",
        "a | touch made",
        "> made",
        "\"; touch made; \"",
        "'; touch made; '",
        "a\ntouch made",
        "*",
        "$PATH",
        "--version"
      })
  void whatAShellWouldReadOtherwiseIsOneWord(String word) throws IOException {
    Command.Outcome outcome = printed(word);
    assertThat(outcome.isSuccess()).as(outcome.output()).isTrue();
    assertThat(outcome.output()).isEqualTo("<" + word + ">");
    assertThat(folder.resolve("made")).doesNotExist();
  }

  @Test
  void theProgramSeesNothingOfTheEnvironmentButWhatItNeeds() throws IOException {
    Path env = Path.of("/usr/bin/env");
    assumeTrue(Files.isExecutable(env), "there is no env here");
    String output =
        new Command(
                List.of(env.toString()), folder, folder.resolve("output"), Duration.ofSeconds(60))
            .run()
            .output();
    assertThat(output.lines().map(line -> line.replaceAll("=.*", "")))
        .contains("LC_ALL")
        .isSubsetOf("PATH", "TMPDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "LC_ALL");
  }
}
