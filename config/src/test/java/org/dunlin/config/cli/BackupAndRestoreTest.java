package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dunlin.config.hub.Hub;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.postgres.EmbeddedPostgres;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.postgres.ReadyCluster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** {@code dunlin backup} and {@code dunlin restore}, with real hubs on real data directories. */
class BackupAndRestoreTest {
  private static final String DATA = "dunlin.data";
  private static final String URL = "dunlin.database.url";
  private static final String PASSWORD = "dunlin.database.password";

  @TempDir private static Path folder;
  private static Answer whileRunning = new Answer(-1, "", "");
  private static Answer intoRunning = new Answer(-1, "", "");

  private record Answer(int status, String lines, String words) {}

  @BeforeAll
  static void liveWithAHub() {
    ReadyCluster.forHub(Path.of(data("a")));
    try (ConfigurableApplicationContext hub = start(Map.of(DATA, data("a")))) {
      assertThat(hub.isRunning()).isTrue();
      System.setProperty(DATA, data("a"));
      whileRunning = dunlin("backup", file("running"));
      intoRunning = dunlin("restore", file("running"));
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(DATA);
    System.clearProperty(URL);
    System.clearProperty(PASSWORD);
  }

  private static String data(String name) {
    return folder.resolve("data-" + name).toString();
  }

  private static String file(String name) {
    return folder.resolve(name + ".zip").toString();
  }

  private static ConfigurableApplicationContext start(Map<String, Object> database) {
    Map<String, Object> settings = new LinkedHashMap<>(database);
    settings.put("server.port", 0);
    settings.put("dunlin.companies[0].id", "acme");
    settings.put("dunlin.companies[0].name", "Acme B.V.");
    settings.put("dunlin.companies[0].country", "NL");
    settings.put("dunlin.companies[0].reply-to", "ar@acme.example");
    settings.put("dunlin.companies[0].mode", "LIVE");
    settings.put("dunlin.companies[0].go-live-anyway", "its world is simulated");
    return Hub.start(settings).orElseThrow();
  }

  private static Answer dunlin(String verb, String... arguments) {
    StringWriter lines = new StringWriter();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(verb.equals("backup") ? new BackupCommand() : new RestoreCommand())
            .setOut(new PrintWriter(lines))
            .setErr(new PrintWriter(words))
            .execute(arguments);
    return new Answer(status, lines.toString(), words.toString());
  }

  private static DunningMode mode(ConfigurableApplicationContext hub) {
    return hub.getBean(Stores.class).companies().profile("acme").mode();
  }

  @Test
  void aHubIsBackedUpWhileItRunsAndNothingIsRestoredIntoIt() {
    assertThat(whileRunning.status).as(whileRunning.words).isZero();
    assertThat(whileRunning.lines).isEmpty();
    assertThat(whileRunning.words).contains("of 1 company, as of 2");
    assertThat(intoRunning.status).isEqualTo(1);
    assertThat(intoRunning.lines)
        .startsWith("{\"type\":\"problem\"")
        .contains("DATA_DIRECTORY_IN_USE");
  }

  @Test
  void itIsBackedUpWhileItIsStoppedAndNeverOverAFile() {
    System.setProperty(DATA, data("a"));
    assertThat(dunlin("backup", file("stopped")).status).isZero();
    Answer again = dunlin("backup", file("stopped"));
    assertThat(again.status).isEqualTo(1);
    assertThat(again.lines).contains("FILE_EXISTS");
  }

  @Test
  void anotherDataDirectoryIsFilledOnceAndAHubStartsOnItInShadowMode() {
    System.setProperty(DATA, data("b"));
    Answer restored = dunlin("restore", file("running"));
    assertThat(restored.status).as(restored.words).isZero();
    assertThat(restored.words).contains("Every company is in shadow mode");

    assertThat(dunlin("restore", file("running")).lines).contains("HUB_NOT_EMPTY");
    try (ConfigurableApplicationContext hub = start(Map.of(DATA, data("b")))) {
      assertThat(mode(hub)).isEqualTo(DunningMode.SHADOW);
      assertThat(hub.getBean(Stores.class).settings().restored()).isPresent();
    }
  }

  @Test
  void aServerOfOnesOwnIsFilledAndTheMovedHubGoesOnThereAsItWas() {
    ReadyCluster.forHub(Path.of(data("own")));
    try (EmbeddedPostgres own =
        EmbeddedPostgres.start(EmbeddedPostgresSettings.durable(Path.of(data("own"))))) {
      System.setProperty(DATA, data("beside-own"));
      System.setProperty(URL, own.jdbcUrl());
      System.setProperty(PASSWORD, own.password());
      Answer restored = dunlin("restore", "--moved", file("running"));
      assertThat(restored.status).as(restored.words).isZero();
      try (ConfigurableApplicationContext hub =
          start(Map.of(DATA, data("beside-own"), URL, own.jdbcUrl(), PASSWORD, own.password()))) {
        assertThat(mode(hub)).isEqualTo(DunningMode.LIVE);
        assertThat(dunlin("backup", file("own")).status).isZero();
        assertThat(dunlin("restore", file("own")).lines).contains("HUB_RUNS");
      }
    }
  }

  @Test
  void aWrongFileIsRefusedBeforeADataDirectoryIsMade() throws Exception {
    System.setProperty(DATA, data("never"));
    Path text = Files.writeString(folder.resolve("text.zip"), "no backup at all\n".repeat(10));
    Answer refused = dunlin("restore", text.toString());
    assertThat(refused.status).isEqualTo(1);
    assertThat(refused.lines).contains("NOT_A_BACKUP");
    assertThat(Path.of(data("never"))).doesNotExist();
  }

  @Test
  void whereThereIsNoHubThereIsNothingToBackUp() {
    System.setProperty(DATA, data("nowhere"));
    Answer refused = dunlin("backup", file("nothing"));
    assertThat(refused.status).isEqualTo(1);
    assertThat(refused.lines).contains("NO_HUB");
    assertThat(Path.of(data("nowhere"))).doesNotExist();
  }

  @Test
  void wrongUsageIsSaid() {
    assertThat(dunlin("backup").status).isEqualTo(2);
    assertThat(dunlin("restore", "a", "b").status).isEqualTo(2);
  }
}
