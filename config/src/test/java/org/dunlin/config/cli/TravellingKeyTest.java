package org.dunlin.config.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dunlin.config.hub.Hub;
import org.dunlin.config.hub.HubSettings;
import org.dunlin.config.hub.ReachedDatabase;
import org.dunlin.store.Stores;
import org.dunlin.store.backup.Backup;
import org.dunlin.store.backup.Extra;
import org.dunlin.store.postgres.ReadyCluster;
import org.dunlin.store.secret.HubKeys;
import org.dunlin.store.view.Deliveries.Choice;
import org.dunlin.work.intake.AcceptFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine;

/** The hub's own key goes along in a backup, and one that was given to it never does. */
class TravellingKeyTest {
  private static final String DATA = "dunlin.data";
  private static final String KEY = "dunlin.key";
  private static final String CONTENT = "no invoice, but sealed all the same";
  private static final String GIVEN =
      Base64.getEncoder().encodeToString("a key of 32 bytes for this class".getBytes(US_ASCII));

  @TempDir private static Path folder;
  private static String made = "";

  /** A hub that makes its key, is backed up, is then given another, and is backed up again. */
  @BeforeAll
  static void liveWithBothKinds() throws IOException {
    List.of("first", "second", "third").forEach(name -> ReadyCluster.forHub(folder.resolve(name)));
    try (ConfigurableApplicationContext hub = start("first", null)) {
      hub.getBean(AcceptFile.class)
          .accept("acme", "books", "a.txt", new ByteArrayInputStream(CONTENT.getBytes(US_ASCII)));
      backUp("made", null);
    }
    made = Files.readString(folder.resolve("first").resolve(KEY));
    String both = GIVEN + " " + made.strip();
    try (ConfigurableApplicationContext hub = start("first", both);
        ReachedDatabase reached = ReachedDatabase.toSave(hub.getBean(HubSettings.class))) {
      backUp("given", both);
      String id = new HubKeys(reached.dataSource(), folder).current().orElseThrow();
      new Backup(reached.dataSource(), "1")
          .write(
              file("former"),
              List.of(
                  new Extra("key-id", id.getBytes(US_ASCII)),
                  new Extra(KEY, made.getBytes(US_ASCII))),
              (doing, bytes) -> {});
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(DATA);
    System.clearProperty(KEY);
  }

  @Test
  void aKeyThatTheHubMadeTravelsAndTheRestoredHubOpensWhatIsSealed() throws IOException {
    assertThat(restore("made", "second", null)).isEmpty();

    assertThat(Files.readString(folder.resolve("second").resolve(KEY))).isEqualTo(made);
    assertThat(contentIn("second", null)).isEqualTo(CONTENT);
  }

  @Test
  void aGivenKeyIsNowhereInTheFileAndARestoreWithoutItIsRefusedBeforeAnythingIsTouched()
      throws IOException {
    assertThat(text("made")).as("what is looked for is found where it is").contains(made.strip());
    assertThat(text("given")).doesNotContain(GIVEN, decoded(GIVEN), hex(GIVEN), made.strip());

    assertThat(restore("given", "third", null)).contains("KEY_MISSING", "Nothing was touched");
    assertThat(folder.resolve("third").resolve(KEY)).doesNotExist();

    assertThat(restore("given", "third", GIVEN)).isEmpty();
    assertThat(contentIn("third", GIVEN)).isEqualTo(CONTENT);
  }

  @Test
  void aKeyInTheFileThatIsNotTheOneOfTheDatabaseDoesNotCountAsIt() {
    assertThat(restore("former", "fourth", null)).contains("KEY_MISSING", "Nothing was touched");
    assertThat(folder.resolve("fourth").resolve(KEY)).doesNotExist();
  }

  private static Path file(String name) {
    return folder.resolve(name + ".zip");
  }

  private static ConfigurableApplicationContext start(String data, @Nullable String key) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put(DATA, folder.resolve(data).toString());
    if (key != null) {
      settings.put(KEY, key);
    }
    settings.put("server.port", 0);
    settings.put("dunlin.companies[0].id", "acme");
    settings.put("dunlin.companies[0].name", "Acme B.V.");
    settings.put("dunlin.companies[0].country", "NL");
    settings.put("dunlin.companies[0].reply-to", "ar@acme.example");
    return Hub.start(settings).orElseThrow();
  }

  private static void backUp(String name, @Nullable String key) {
    assertThat(run(new BackupCommand(), name, "first", key)).isEmpty();
  }

  private static String restore(String name, String data, @Nullable String key) {
    return run(new RestoreCommand(), name, data, key);
  }

  /** What the command says of a problem; nothing when there is none. */
  private static String run(Object command, String name, String data, @Nullable String key) {
    System.setProperty(DATA, folder.resolve(data).toString());
    if (key == null) {
      System.clearProperty(KEY);
    } else {
      System.setProperty(KEY, key);
    }
    StringWriter lines = new StringWriter();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(lines))
            .setErr(new PrintWriter(words))
            .execute(file(name).toString());
    assertThat(status).as(words.toString()).isEqualTo(lines.toString().isEmpty() ? 0 : 1);
    return lines.toString();
  }

  private static String contentIn(String data, @Nullable String key) throws IOException {
    try (ConfigurableApplicationContext hub = start(data, key)) {
      Stores stores = hub.getBean(Stores.class);
      var line = stores.views().deliveries().newest("acme", Choice.ALL, 1).getFirst();
      return new String(stores.rawContent().read(line.delivery()).readAllBytes(), US_ASCII);
    }
  }

  /** All bytes of all parts of a backup, each as the letter of its number. */
  private static String text(String name) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(file(name)))) {
      while (parts.getNextEntry() != null) {
        parts.transferTo(all);
      }
    }
    return all.toString(ISO_8859_1);
  }

  private static String decoded(String key) {
    return new String(Base64.getDecoder().decode(key), US_ASCII);
  }

  /** As PostgreSQL writes bytes. */
  private static String hex(String key) {
    return HexFormat.of().formatHex(Base64.getDecoder().decode(key));
  }
}
