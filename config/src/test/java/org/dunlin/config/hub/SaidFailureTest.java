package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a person reads when the hub does not start. */
@ExtendWith(OutputCaptureExtension.class)
class SaidFailureTest {
  @AfterEach
  void forget() {
    System.clearProperty("dunlin.lease");
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
  void aRemedyStandsOnALineOfItsOwnAndNothingSteersTheTerminal(CapturedOutput output) {
    new SaidFailure()
        .report(
            new FailureAnalysis(
                "Port 8088 is in use.\u001b[2J", "Choose another.", new IllegalStateException()));

    assertThat(output.getErr().lines())
        .containsExactly("Port 8088 is in use.?[2J", "Choose another.");
  }
}
