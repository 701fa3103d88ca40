package org.dunlin.config.hub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.page.ShownSettings.From;
import org.dunlin.console.page.ShownSettings.Setting;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.setting.ChangeSetting;
import org.dunlin.work.setting.ChangeSetting.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What is set in the console counts once the hub has been started again, and not before. */
class SettingsAtStartTest {
  @TempDir private Path folder;

  @Test
  void aHubThatIsStartedAgainGoesByWhatWasSetAndShowsWhoSaysIt() {
    try (TestDatabase database = TestDatabase.create()) {
      try (ConfigurableApplicationContext hub = Hub.start(settings(database)).orElseThrow()) {
        ChangeSetting change = hub.getBean(ChangeSetting.class);
        assertThat(change.set("dunlin.largest-file", "3MB", "ann")).isEqualTo(Outcome.KEPT);
        assertThat(change.set("dunlin.sweep", "9s", "ann")).isEqualTo(Outcome.FIXED);
        hub.getBean(Stores.class).settings().say("dunlin.sweep", "9s");
        assertThat(largest(hub)).isEqualTo(2L << 30);
      }
      try (ConfigurableApplicationContext hub = Hub.start(settings(database)).orElseThrow()) {
        assertThat(largest(hub)).isEqualTo(3L << 20);
        assertThat(hub.getBean(HubSettings.class).sweep()).isEqualTo(Duration.ofSeconds(1));
        assertThat(hub.getBean(ShownSettings.class).all())
            .contains(new Setting("dunlin.largest-file", "3MB", false, true, From.CONSOLE, ""));
      }
    }
  }

  private static long largest(ConfigurableApplicationContext hub) {
    return hub.getBean(AcceptFile.class).mostBytes();
  }

  private Map<String, Object> settings(TestDatabase database) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.config.import", "");
    settings.put("server.port", "0");
    settings.put(
        "dunlin.key",
        Base64.getEncoder().encodeToString("key of specifications: 32 bytes.".getBytes(US_ASCII)));
    settings.put("dunlin.data", folder.resolve("data"));
    settings.put("dunlin.sweep", "1s");
    settings.put("dunlin.backup.nightly", "false");
    settings.put("dunlin.database.url", database.jdbcUrl());
    settings.put("dunlin.database.user", database.user());
    settings.put("dunlin.database.password", database.password());
    return settings;
  }
}
