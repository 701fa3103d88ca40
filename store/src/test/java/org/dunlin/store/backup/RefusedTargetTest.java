package org.dunlin.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.dunlin.store.Database;
import org.dunlin.store.Rows;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.backup.RefusedBackup.Code;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a backup is not written to, and a hub not restored into. */
class RefusedTargetTest {
  private final Rows rows = new Rows();
  private Path file = Path.of("");

  @BeforeEach
  void backUp(@TempDir Path folder) {
    file = folder.resolve("hub.zip");
    rows.invoice("acme", "1", "10.00");
    new Backup(rows.dataSource(), "test").write(file, List.of(), Progress.NONE);
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private Code refused(DataSource target) {
    var before = Contents.of(target);
    RefusedBackup refusal = catchThrowableOfType(RefusedBackup.class, () -> restore(target));
    assertThat(Contents.of(target)).isEqualTo(before);
    return refusal.code();
  }

  private void restore(DataSource target) {
    try (BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
      new Restoration(target).load(backup, Progress.NONE, stores -> {});
    }
  }

  @Test
  void aHubWithACompanyIsNotRestoredInto() {
    try (Rows other = new Rows()) {
      assertThat(refused(other.dataSource())).isEqualTo(Code.HUB_NOT_EMPTY);
    }
  }

  @Test
  void aHubWithNothingButItsUsersIsAndTheyAreReplaced() {
    try (TestDatabase empty = TestDatabase.create()) {
      JdbcClient jdbc = JdbcClient.create(empty.dataSource());
      jdbc.sql(
              "insert into hub_user (name, password_hash, role, created_at) values ('former', '{x}', 'ADMIN', now())")
          .update();
      restore(empty.dataSource());
      assertThat(Contents.of(empty.dataSource())).isEqualTo(Contents.of(rows.dataSource()));
    }
  }

  @Test
  void aDatabaseWithTablesOfOthersIsNotRestoredInto() {
    try (BlankDatabase blank = new BlankDatabase()) {
      JdbcClient.create(blank.dataSource()).sql("create table theirs (x int)").update();
      assertThat(refused(blank.dataSource())).isEqualTo(Code.FOREIGN_TABLES);
    }
  }

  @Test
  void aDatabaseOnWhichAHubRunsIsNotRestoredInto() {
    try (TestDatabase empty = TestDatabase.create();
        Database running = Database.open(empty.jdbcUrl(), empty.user(), empty.password(), 2)) {
      assertThat(running.dataSource()).isNotNull();
      assertThat(refused(empty.dataSource())).isEqualTo(Code.HUB_RUNS);
    }
  }

  @Test
  void whatFailsLastUndoesAll() {
    try (TestDatabase empty = TestDatabase.create();
        BackupFile backup = BackupFile.open(file, Set.of(), Progress.NONE)) {
      var before = Contents.of(empty.dataSource());
      Restoration restoration = new Restoration(empty.dataSource());
      assertThatThrownBy(
              () ->
                  restoration.load(
                      backup,
                      Progress.NONE,
                      settings -> {
                        assertThat(settings.stopped()).isFalse();
                        throw new IllegalStateException("no");
                      }))
          .hasMessage("no");
      assertThat(Contents.of(empty.dataSource())).isEqualTo(before);
    }
  }

  @Test
  void rowsThatContradictEachOtherAreNotRestored() throws IOException {
    Path orphans =
        new Forgery(file)
            .put(Entries.TABLES + "customer", "")
            .seal()
            .write(file.resolveSibling("orphans.zip"));
    try (TestDatabase empty = TestDatabase.create();
        BackupFile backup = BackupFile.open(orphans, Set.of(), Progress.NONE)) {
      Restoration restoration = new Restoration(empty.dataSource());
      assertThatThrownBy(() -> restoration.load(backup, Progress.NONE, stores -> {}))
          .hasMessageContaining("foreign key");
      assertThat(Contents.of(empty.dataSource()).get("invoice")).isEmpty();
    }
  }

  @Test
  void aFileThatIsThereIsNotOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(file);
    RefusedBackup refusal = refusedToWrite(rows.dataSource(), file);
    assertThat(refusal.code()).isEqualTo(Code.FILE_EXISTS);
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void aFileInAFolderThatIsNotThereIsRefused() {
    Path nowhere = file.resolveSibling("nowhere").resolve("hub.zip");
    assertThat(refusedToWrite(rows.dataSource(), nowhere).code()).isEqualTo(Code.FILE_UNWRITABLE);
  }

  @Test
  void aDatabaseWithoutAHubIsNotBackedUp() throws IOException {
    try (BlankDatabase blank = new BlankDatabase()) {
      Path path = file.resolveSibling("blank.zip");
      assertThat(refusedToWrite(blank.dataSource(), path).code()).isEqualTo(Code.NO_HUB);
      try (var files = Files.list(file.resolveSibling(""))) {
        assertThat(files).containsExactly(file);
      }
    }
  }

  private static RefusedBackup refusedToWrite(DataSource database, Path path) {
    Backup backup = new Backup(database, "test");
    return catchThrowableOfType(
        RefusedBackup.class, () -> backup.write(path, List.of(), Progress.NONE));
  }
}
