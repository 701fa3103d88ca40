package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;

/** What a person reads when the hub does not start. */
@ExtendWith(OutputCaptureExtension.class)
class SaidFailureTest {
  @AfterEach
  void forget() {
    System.clearProperty("dunlin.lease");
    System.clearProperty("spring.config.import");
  }

  @Test
  void aRefusedStartSaysOneSentenceAndNothingElse(CapturedOutput output) {
    System.setProperty("dunlin.lease", "soon");

    assertThat(Hub.settings()).isEmpty();

    assertThat(output.getOut()).isEmpty();
    assertThat(output.getErr().strip())
        .startsWith("The setting dunlin.lease")
        .endsWith("docs/settings.md says what is expected.")
        .hasLineCount(1)
        .doesNotContain("APPLICATION FAILED", "soon");
  }

  @Test
  void aSettingThatIsNotKnownIsNamedWithItsLine(@TempDir Path folder, CapturedOutput output)
      throws IOException {
    Path file = folder.resolve("dunlin.yaml");
    Files.writeString(file, "dunlin:\n  smpt:\n    host: mail.example.com\n");
    System.setProperty("spring.config.import", file.toUri().toString());

    assertThat(Hub.settings()).isEmpty();

    assertThat(output.getErr().strip())
        .isEqualTo(
            "No such setting is known: dunlin.smpt.host (dunlin.yaml, line 3)."
                + " docs/settings.md lists all settings.");
  }

  @Test
  void aRemedyStandsOnALineOfItsOwnAndNothingSteersTheTerminal(CapturedOutput output) {
    new SaidFailure()
        .report(
            new FailureAnalysis(
                "Port 8088 is in use.\u001b[2J", "Choose another.", new IllegalStateException()));

    assertThat(output.getErr().lines())
        .containsExactly("Port 8088 is in use.?[2J", "Choose another.");
  }

  @Test
  void aPortThatIsTakenIsSaidWithTheVariableThatGivesAnother() {
    assertThat(said(new WebServerException("no start", new PortInUseException(8088))))
        .startsWith("Port 8088 is taken, by another hub or another program.")
        .contains("DUNLIN_PORT=8089 ./dunlin run");
  }

  @Test
  void aPortThatIsNoneIsSaidByTheVariableThatSaysIt() {
    assertThat(
            said(
                new WebServerException(
                    "no start", new IllegalArgumentException("port out of range:99999"))))
        .isEqualTo("DUNLIN_PORT must be a port: a number from 1 to 65535.");
  }

  private static String said(RuntimeException failure) {
    return Optional.ofNullable(new ClearFailures().analyze(failure))
        .map(FailureAnalysis::getDescription)
        .orElseThrow();
  }
}
