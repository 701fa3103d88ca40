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
  /** So many megabytes of content are copied, in place of three times the heap. */
  private static final String MEGABYTES = "dunlin.backup.megabytes";

  private static final int THREE_HEAPS = 96;
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
    new Backup(HUB.dataSource(), "test").write(file, List.of(), Progress.NONE);
    try (BlankDatabase target = new BlankDatabase();
        BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
      ForkedCopy.killAt(stop, "restore", target.jdbcUrl(), file);
      untilItsSessionHasEnded(target);
      assertThat(filled(target)).as("tables with rows").isEmpty();
      TestServer server = TestServer.shared();
      Database.open(target.jdbcUrl(), server.user(), server.password(), 2).close();

      untilItsSessionHasEnded(target);
      new Restoration(target.dataSource()).load(backup, Progress.NONE, stores -> {});
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
    int megabytes = Integer.getInteger(MEGABYTES, THREE_HEAPS);
    Path file = folder.resolve("large.zip");
    try (Rows large = new Rows();
        TestDatabase target = TestDatabase.create()) {
      addContent(large, megabytes * 4);
      long begin = System.nanoTime();
      ForkedCopy.toTheEnd("backup", url(large), file);
      long middle = System.nanoTime();
      ForkedCopy.toTheEnd("restore", target.jdbcUrl(), file);
      System.out.printf(
          "%d MB: backup %d ms, restore %d ms, file %d MB%n",
          megabytes,
          (middle - begin) / 1_000_000,
          (System.nanoTime() - middle) / 1_000_000,
          Files.size(file) >> 20);
      assertThat(chunks(target.jdbcUrl())).isEqualTo(chunks(url(large)));
    }
  }

  /** Text as bank statements have it, in chunks of about 256 KB. */
  private static void addContent(Rows rows, int chunks) {
    rows.stores.transactions().run(() -> rows.stores.rawContent().makeRoom(Rows.DAY));
    rows.jdbc()
        .sql(
            """
            insert into delivery_chunk
            select 'acme', '2026-11-01', :delivery, part,
                   (select string_agg('<Ntry><Amt Ccy="EUR">' || i || '.00</Amt><RmtInf><Ustrd>'
                                      || md5(part || '-' || i) || '</Ustrd></RmtInf></Ntry>', '')
                      from generate_series(1, 2700) i)::bytea
              from generate_series(1, :chunks) part
            """)
        .param("delivery", UUID.randomUUID())
        .param("chunks", chunks)
        .update();
  }

  @Test
  void aFullDiskLeavesNothingBehindAndIsNamed() throws Exception {
    Path file = folder.resolve("hub.zip");
    assertThat(ForkedCopy.withFilesOfAtMost(64, "backup", url(HUB), file))
        .contains("hub.zip could not be written", "nothing of it is left");
    assertThat(files()).isEmpty();
  }

  private static List<String> chunks(String jdbcUrl) {
    return JdbcClient.create(BlankDatabase.at(jdbcUrl))
        .sql("select part || ' ' || md5(content) from delivery_chunk order by part")
        .query(String.class)
        .list();
  }
}
