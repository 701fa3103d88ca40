package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.page.ShownSettings.From;
import org.dunlin.console.page.ShownSettings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;

/** What was set in the console counts where nothing that is written says otherwise. */
class SettingsInForceTest {
  @TempDir private Path folder;

  @Test
  void theConsoleWinsOverTheDefaultAndGivesWayToFileEnvironmentAndCommandLine() throws IOException {
    ConfigurableEnvironment environment =
        environment(
            "dunlin:\n  sweep: 1s\n",
            Map.of("DUNLIN_FOLDERPOLL", "9s"),
            "--dunlin.attachments=3MB");

    HubSettings inForce =
        SaidInConsole.in(
            environment,
            Map.of(
                "dunlin.sweep", "30s",
                "dunlin.folder-poll", "30s",
                "dunlin.attachments", "30MB",
                "dunlin.folder-settle", "30s",
                "dunlin.retention.messages", "30"));

    assertThat(inForce.sweep()).isEqualTo(Duration.ofSeconds(1));
    assertThat(inForce.folderPoll()).isEqualTo(Duration.ofSeconds(9));
    assertThat(inForce.attachments().toMegabytes()).isEqualTo(3);
    assertThat(inForce.folderSettle()).isEqualTo(Duration.ofSeconds(30));
    assertThat(inForce.retention().messages()).isEqualTo(30);
    assertThat(inForce.retention().invoices()).isEqualTo(24);
    ShownSettings shown = SettingsOverview.of(environment);
    assertThat(shown.all())
        .contains(
            new Setting("dunlin.folder-settle", "30s", false, true, From.CONSOLE, ""),
            new Setting("dunlin.sweep", "1s", false, true, From.FILE, "dunlin.yaml, line 2"),
            new Setting("dunlin.lease", "30s", false, true, From.DEFAULT, ""));
    assertThat(shown.fixed())
        .contains("dunlin.sweep", "dunlin.folder-poll", "dunlin.attachments")
        .doesNotContain("dunlin.folder-settle", "dunlin.lease");
  }

  @Test
  void whatCannotBeUsedAnyMoreDoesNotStopTheStart() throws IOException {
    HubSettings inForce =
        SaidInConsole.in(
            environment("", Map.of()),
            Map.of("dunlin.sweep", "soon", "dunlin.smtp.password", "hunter2hunter2"));

    assertThat(inForce.sweep()).isEqualTo(Duration.ofSeconds(5));
    assertThat(inForce.smtp().password()).isNull();
  }

  private ConfigurableEnvironment environment(
      String yaml, Map<String, Object> variables, String... options) throws IOException {
    return new WrittenSettings(folder, yaml, variables, options).environment();
  }
}
