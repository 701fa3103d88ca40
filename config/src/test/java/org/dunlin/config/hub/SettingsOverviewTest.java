package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.page.ShownSettings.From;
import org.dunlin.console.page.ShownSettings.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Every setting is shown with what it is and who says it; a secret is not. */
class SettingsOverviewTest {
  private static final Pattern NAME =
      Pattern.compile("^\\| `(dunlin\\.[a-z.-]+)`", Pattern.MULTILINE);

  @TempDir private Path folder;

  @Test
  void aSettingIsShownWithItsPlace() throws IOException {
    ShownSettings shown =
        shown(
            "dunlin:\n  sweep: 1s\n  smtp:\n    host: smtp.example.com\n",
            Map.of("DUNLIN_FOLDERPOLL", "9s", "DUNLIN_PORT", "9000"),
            "--dunlin.lease=20s");

    assertThat(shown.all())
        .contains(
            new Setting("dunlin.data", "data", false, true, From.DEFAULT, ""),
            new Setting("dunlin.sweep", "1s", false, true, From.FILE, "dunlin.yaml, line 2"),
            new Setting(
                "dunlin.smtp.host",
                "smtp.example.com",
                false,
                true,
                From.FILE,
                "dunlin.yaml, line 4"),
            new Setting(
                "dunlin.folder-poll", "9s", false, true, From.ENVIRONMENT, "DUNLIN_FOLDERPOLL"),
            new Setting("dunlin.lease", "20s", false, true, From.COMMAND_LINE, "--dunlin.lease"))
        .anySatisfy(
            port -> {
              assertThat(port.name()).isEqualTo("server.port");
              assertThat(port.from()).isEqualTo(From.ENVIRONMENT);
              assertThat(port.place()).isEqualTo("DUNLIN_PORT");
            });
  }

  @Test
  void noSecretIsAmongWhatIsShown() throws IOException {
    ShownSettings shown =
        shown(
            """
            dunlin:
              key: hunter2
              smtp: {password: hunter2}
              database:
                url: jdbc:postgresql://me:hunter2@db/dunlin?ssl=true&password=hunter2
                password: hunter2
            """,
            Map.of("DUNLIN_ADMINPASSWORD", "hunter2"));

    assertThat(shown.toString()).doesNotContain("hunter2").contains("@db/dunlin?ssl=true");
    assertThat(shown.all())
        .filteredOn(setting -> setting.secret() && setting.set())
        .extracting(Setting::name)
        .containsExactlyInAnyOrder(
            "dunlin.key",
            "dunlin.admin-password",
            "dunlin.smtp.password",
            "dunlin.database.password");
  }

  @Test
  void whatTheConsoleSaysStandsForNothingElse() throws IOException {
    ConfigurableEnvironment environment =
        new WrittenSettings(folder, "", Map.of("DUNLIN_KEY", "hunter2")).environment();
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                SaidInConsole.SOURCE, Map.of("dunlin.smtp.user", "${DUNLIN_KEY}")));

    assertThat(SettingsOverview.of(environment).all())
        .contains(new Setting("dunlin.smtp.user", "${DUNLIN_KEY}", false, true, From.CONSOLE, ""));
  }

  @Test
  void whatWasKeptGivesNoSecretAwayAtTheNextStart() throws IOException {
    ConfigurableEnvironment environment =
        new WrittenSettings(
                folder, "", Map.of("DUNLIN_SMTP_PASSWORD", "hunter2", "DUNLIN_KEY", "hunter2"))
            .environment();

    HubSettings settings =
        SaidInConsole.in(
            environment,
            Map.of("dunlin.smtp.host", "evil.example", "dunlin.smtp.user", "${DUNLIN_KEY}"));

    assertThat(settings.smtp().password()).isEqualTo("hunter2");
    assertThat(settings.smtp().host()).isNullOrEmpty();
    assertThat(settings.smtp().user()).isNullOrEmpty();
  }

  @Test
  void everySettingOfTheDocumentIsShown() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "settings.md"));
    List<String> documented =
        NAME.matcher(document).results().map(found -> found.group(1)).toList();

    assertThat(documented).hasSizeGreaterThan(15);
    assertThat(shown("", Map.of()).all()).extracting(Setting::name).containsAll(documented);
  }

  private ShownSettings shown(String yaml, Map<String, Object> variables, String... options)
      throws IOException {
    return SettingsOverview.of(new WrittenSettings(folder, yaml, variables, options).environment());
  }
}
