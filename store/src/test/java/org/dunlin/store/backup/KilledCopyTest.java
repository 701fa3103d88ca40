package org.dunlin.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.store.Database;
import org.dunlin.store.Rows;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.postgres.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups and restores killed by SIGKILL in the middle; and that they need little memory. */
class KilledCopyTest {
  private static final Rows HUB = FullHub.of();

  @TempDir private Path folder;

  @AfterAll
  static void close() {
    HUB.close();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static String url(Rows rows) {
    return JdbcClient.create(rows.dataSource())
        .sql("select current_database()")
        .query(String.class)
        .optional()
        .map(TestServer.shared()::jdbcUrl)
        .orElseThrow();
  }

  @Test
  void aKilledBackupLeavesNothingThatLooksWholeAndTheNextOneClearsItUp() throws Exception {
    Path file = folder.resolve("hub.zip");
    ForkedCopy.killAt("writing delivery_chunk", "backup", url(HUB), file);
    assertThat(files()).hasSize(1).allMatch(name -> name.endsWith(".unfinished"));

    ForkedCopy.toTheEnd("backup", url(HUB), file);
    assertThat(files()).containsExactly("hub.zip");
    BackupFile.open(file, Set.of(), Progress.NONE).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reading company", "reading invoice", "checking foreign keys", "last"})
  void aKilledRestoreLeavesAnEmptyHubAndCanBeRepeated(String stop) throws Exception {
    Path file = folder.resolve("hub.zip");
    ForkedCopy.toTheEnd("backup", url(HUB), file);
    try (BlankDatabase target = new BlankDatabase()) {
      ForkedCopy.killAt(stop, "restore", target.jdbcUrl(), file);
      untilItsSessionHasEnded(target);
      assertThat(filled(target)).as("tables with rows").isEmpty();
      TestServer server = TestServer.shared();
      Database.open(target.jdbcUrl(), server.user(), server.password(), 2).close();

      untilItsSessionHasEnded(target);
      ForkedCopy.toTheEnd("restore", target.jdbcUrl(), file);
      assertThat(Contents.of(target.dataSource())).isEqualTo(Contents.of(HUB.dataSource()));
    }
  }

  private static Map<String, List<String>> filled(BlankDatabase target) {
    return Contents.of(target.dataSource()).entrySet().stream()
        .filter(table -> !table.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** PostgreSQL would notice by itself that the other side has gone, only later. */
  private static void untilItsSessionHasEnded(BlankDatabase target) {
    JdbcClient jdbc = JdbcClient.create(target.dataSource());
    jdbc.sql(
            "select pg_terminate_backend(pid, 10000) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()")
        .query(Boolean.class)
        .list();
  }

  @Test
  void aSmallHeapIsEnoughForMuchContent() throws Exception {
    Path file = folder.resolve("large.zip");
    try (Rows large = new Rows();
        TestDatabase target = TestDatabase.create()) {
      addContent(large, 96);
      ForkedCopy.toTheEnd("backup", url(large), file);
      ForkedCopy.toTheEnd("restore", target.jdbcUrl(), file);
      assertThat(chunks(target.jdbcUrl())).isEqualTo(chunks(url(large)));
    }
  }

  /** Three times the heap of the process that copies it. */
  private static void addContent(Rows rows, int megabytes) {
    rows.stores.transactions().run(() -> rows.stores.rawContent().makeRoom(Rows.DAY));
    rows.jdbc()
        .sql(
            "insert into delivery_chunk select 'acme', '2026-11-01', :delivery, part,"
                + " decode(repeat(md5(part::text), 16384), 'hex')"
                + " from generate_series(1, :chunks) part")
        .param("delivery", UUID.randomUUID())
        .param("chunks", megabytes * 4)
        .update();
  }

  private static List<String> chunks(String jdbcUrl) {
    return JdbcClient.create(BlankDatabase.at(jdbcUrl))
        .sql("select part || ' ' || md5(content) from delivery_chunk order by part")
        .query(String.class)
        .list();
  }
}
