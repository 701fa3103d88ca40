package org.dunlin.store.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.store.Database;
import org.dunlin.store.Rows;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.postgres.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoundTripTest {
  private final Rows hub = FullHub.of();
  private final BlankDatabase former = new BlankDatabase();
  private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeAll
  void backUp(@TempDir Path temporary) {
    folder = temporary;
    file = folder.resolve("hub.zip");
    write(hub.dataSource(), file);
  }

  @AfterAll
  void close() {
    former.close();
    hub.close();
  }

  private static Backup.Written write(DataSource database, Path file) {
    return new Backup(database, "test").write(file, List.of(), Progress.NONE);
  }

  private static long restore(Path file, DataSource into) {
    try (BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
      return new Restoration(into).load(backup, Progress.NONE, stores -> {});
    }
  }

  @Test
  void everyTableIsRestoredRowForRow() {
    try (TestDatabase empty = TestDatabase.create()) {
      long rows = restore(file, empty.dataSource());
      Map<String, List<String>> restored = Contents.of(empty.dataSource());
      assertThat(restored).isEqualTo(Contents.of(hub.dataSource()));
      assertThat(restored.get("delivery_chunk")).isNotEmpty();
      assertThat(rows).isPositive();
    }
  }

  @Test
  void aDatabaseWithoutTablesWillDo() {
    try (BlankDatabase blank = new BlankDatabase()) {
      restore(file, blank.dataSource());
      assertThat(Contents.of(blank.dataSource())).isEqualTo(Contents.of(hub.dataSource()));
    }
  }

  @Test
  void aHubStartsOnItAndItsSequencesGoOn() {
    try (BlankDatabase blank = new BlankDatabase()) {
      restore(file, blank.dataSource());
      try (Database database =
          Database.open(
              blank.jdbcUrl(), TestServer.shared().user(), TestServer.shared().password(), 2)) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        long newest = number(jdbc, "select max(intake_sequence) from delivery");
        long added =
            number(
                jdbc,
                "insert into delivery (company_id, delivery_id, connection_id, name, bytes, sha256,"
                    + " received_at, received_month, state) values ('acme', gen_random_uuid(), 'x',"
                    + " 'x', 0, '', now(), now(), 'NEW') returning intake_sequence");
        assertThat(added).isEqualTo(newest + 1);
      }
    }
  }

  private static long number(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void theBackupOfTheRestoredHubHasTheSameContents() {
    try (TestDatabase empty = TestDatabase.create()) {
      restore(file, empty.dataSource());
      Path second = folder.resolve("second.zip");
      write(empty.dataSource(), second);
      assertThat(tableDigests(second)).isEqualTo(tableDigests(file)).isNotEmpty();
    }
  }

  private static List<Seal.Part> tableDigests(Path path) {
    try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(path.toFile());
        var seal = zip.getInputStream(zip.getEntry(Entries.SEAL))) {
      return Entries.read(seal.readAllBytes(), Seal.class, Entries.SEAL).parts().stream()
          .filter(part -> part.name().startsWith(Entries.TABLES))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void itsConstraintsAndIndexesAreThoseOfAFreshHub() {
    try (TestDatabase empty = TestDatabase.create();
        TestDatabase fresh = TestDatabase.create()) {
      restore(file, empty.dataSource());
      assertThat(schema(empty.dataSource())).isEqualTo(schema(fresh.dataSource())).isNotEmpty();
    }
  }

  private static List<String> schema(DataSource database) {
    return JdbcClient.create(database)
        .sql(
            """
            select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
              from pg_constraint where connamespace = 'public'::regnamespace
               and conrelid::regclass::text not like 'delivery_chunk_%'
            union all select indexdef from pg_indexes
                       where schemaname = 'public' and tablename not like 'delivery_chunk_%'
            order by 1
            """)
        .query(String.class)
        .list();
  }

  @Test
  void whatComesInWhileItIsWrittenIsNotHalfInIt() {
    try (Rows busy = new Rows()) {
      busy.invoice("acme", "before", "10.00");
      AtomicBoolean added = new AtomicBoolean();
      Path snapshot = folder.resolve("snapshot.zip");
      new Backup(busy.dataSource(), "test")
          .write(
              snapshot,
              List.of(),
              (doing, bytes) -> {
                if (doing.equals("writing customer") && !added.getAndSet(true)) {
                  busy.invoice("acme", "meanwhile", "10.00");
                }
              });
      assertThat(added).isTrue();
      try (TestDatabase empty = TestDatabase.create()) {
        restore(snapshot, empty.dataSource());
        assertThat(Contents.of(empty.dataSource()).get("invoice")).hasSize(1);
      }
    }
  }

  @Test
  void onlyItsOwnerMayReadTheFileAndNothingElseIsLeft() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .allMatch(name -> name.endsWith(".zip"));
    }
  }

  static List<String> versions() {
    return Migrations.known().stream().map(Head.Migration::version).toList();
  }

  /** The versions follow each other, so that the former hub need not be made anew for each. */
  @ParameterizedTest
  @MethodSource("versions")
  void aBackupOfEveryFormerVersionIsRestoredAndBroughtToThisOne(String version) {
    try (BlankDatabase target = new BlankDatabase()) {
      Migrations.apply(former.dataSource(), version);
      Path old = folder.resolve("version-" + version + ".zip");
      assertThat(write(former.dataSource(), old).head().schema()).isEqualTo(version);
      restore(old, target.dataSource());
      TestServer server = TestServer.shared();
      Database.open(target.jdbcUrl(), server.user(), server.password(), 2).close();
      assertThat(Migrations.applied(JdbcClient.create(target.dataSource())))
          .isEqualTo(Migrations.known());
    }
  }

  @Test
  void anEmptyHubOfANewerSchemaIsMadeAnew() {
    try (TestDatabase newer = TestDatabase.create()) {
      JdbcClient jdbc = JdbcClient.create(newer.dataSource());
      jdbc.sql("create table of_tomorrow (company_id text references company)").update();
      jdbc.sql(
              "insert into flyway_schema_history select installed_rank + 1000, '9999', 'tomorrow',"
                  + " type, 'V9999__tomorrow.sql', 1, installed_by, now(), 1, true"
                  + " from flyway_schema_history order by 1 limit 1")
          .update();
      restore(file, newer.dataSource());
      assertThat(Contents.of(newer.dataSource())).isEqualTo(Contents.of(hub.dataSource()));
    }
  }
}
