package org.dunlin.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.dunlin.store.Rows;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.backup.RefusedBackup.Code;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only the file is at hand here: whatever is refused is refused before a database is touched. */
class DamagedBackupTest {
  private static final int SAMPLES = 300;
  private static final Random RANDOM = new Random(2026);

  @TempDir private static Path folder;
  private static Path whole = Path.of("");
  private static byte[] bytes = new byte[0];

  @BeforeAll
  static void backUp() throws IOException {
    whole = folder.resolve("whole.zip");
    try (Rows rows = new Rows()) {
      rows.invoice("acme", "1", "10.00");
      new Backup(rows.dataSource(), "test").write(whole, List.of(), Progress.NONE);
    }
    bytes = Files.readAllBytes(whole);
  }

  private static RefusedBackup refused(Path path) {
    return catchThrowableOfType(
        RefusedBackup.class, () -> BackupFile.open(path, Set.of("known"), Progress.NONE).close());
  }

  private static RefusedBackup refused(byte[] content) throws IOException {
    return refused(Files.write(folder.resolve("damaged.zip"), content));
  }

  private static void isRefused(byte[] content, String as) throws IOException {
    RefusedBackup refusal = refused(content);
    assertThat(refusal).as(as).isNotNull();
    assertThat(refusal.code()).as(as).isIn(Code.NOT_A_BACKUP, Code.BACKUP_DAMAGED);
    assertThat(refusal).as(as).hasMessageContaining("Nothing was touched");
  }

  @Test
  void oneFlippedBitAnywhereIsNoticed() throws IOException {
    IntStream edges =
        IntStream.concat(IntStream.range(0, 80), IntStream.range(bytes.length - 160, bytes.length));
    int[] places = IntStream.concat(edges, RANDOM.ints(SAMPLES, 0, bytes.length)).toArray();
    for (int place : places) {
      byte[] flipped = bytes.clone();
      flipped[place] ^= (byte) (1 << RANDOM.nextInt(8));
      isRefused(flipped, "bit of byte " + place);
    }
  }

  @Test
  void aFileThatWasCutOffIsNoticedWhereverItWas() throws IOException {
    IntStream edges =
        IntStream.concat(IntStream.range(0, 80), IntStream.range(bytes.length - 160, bytes.length));
    for (int length : IntStream.concat(edges, RANDOM.ints(SAMPLES, 0, bytes.length)).toArray()) {
      isRefused(Arrays.copyOf(bytes, length), "cut off after " + length);
    }
  }

  @Test
  void whatIsAppendedIsNoticed() throws IOException {
    isRefused(Arrays.copyOf(bytes, bytes.length + 1), "a byte more");
    isRefused(Arrays.copyOf(bytes, bytes.length + 1000), "a thousand bytes more");
  }

  @Test
  void otherFilesAreNoBackups() throws IOException {
    assertThat(refused(new byte[0]).code()).isEqualTo(Code.NOT_A_BACKUP);
    byte[] text = "These are the invoices of acme.\n".repeat(100).getBytes(StandardCharsets.UTF_8);
    assertThat(refused(text).code()).isEqualTo(Code.NOT_A_BACKUP);
    byte[] otherMagic = bytes.clone();
    otherMagic[0] = 'Q';
    assertThat(refused(otherMagic).code()).isEqualTo(Code.NOT_A_BACKUP);
    Path otherArchive = new Forgery(whole).remove(Entries.HEAD).write(folder.resolve("a.zip"));
    assertThat(refused(otherArchive).code()).isEqualTo(Code.NOT_A_BACKUP);
  }

  @Test
  void aFileThatIsNotThereAndAFolderAreNamed() {
    assertThat(refused(folder.resolve("nowhere.zip")))
        .hasMessageEndingWith("nowhere.zip is not there.");
    assertThat(refused(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void aNewerSchemaIsRefusedInAPlainSentence() throws IOException {
    String newest = Migrations.version(Migrations.known());
    Path newer =
        new Forgery(whole)
            .replace(Entries.HEAD, "\"schema\" : \"" + newest, "\"schema\" : \"9999")
            .replace(Entries.HEAD, "\"version\" : \"" + newest, "\"version\" : \"9999")
            .seal()
            .write(folder.resolve("newer.zip"));
    RefusedBackup refusal = refused(newer);
    assertThat(refusal.code()).isEqualTo(Code.BACKUP_TOO_NEW);
    assertThat(refusal)
        .hasMessageContaining("made by a newer hub (test, schema 9999)")
        .hasMessageContaining("Restore it with that version or a newer one.");
  }

  @Test
  void aSchemaOfTheSameNumberThatWasMadeOtherwiseIsRefused() throws IOException {
    int checksum = Migrations.known().getFirst().checksum();
    Path other =
        new Forgery(whole)
            .replace(Entries.HEAD, "" + checksum, "4711")
            .seal()
            .write(folder.resolve("other.zip"));
    assertThat(refused(other).code()).isEqualTo(Code.BACKUP_OF_OTHER_SCHEMA);
  }

  @Test
  void aNewerFormIsRefused() throws IOException {
    Path newer =
        new Forgery(whole)
            .put(Entries.HEAD, "{\"format\": 2, \"what\": \"nobody knows yet\"}")
            .seal()
            .write(folder.resolve("form.zip"));
    assertThat(refused(newer).code()).isEqualTo(Code.BACKUP_TOO_NEW);
  }

  @Test
  void anUnknownPartIsRefusedAndAKnownOneIsNot() throws IOException {
    Path unknown =
        new Forgery(whole)
            .put(Entries.EXTRAS + "of-tomorrow", "x")
            .seal()
            .write(folder.resolve("unknown.zip"));
    assertThat(refused(unknown).code()).isEqualTo(Code.UNKNOWN_PART);
    assertThat(refused(unknown)).hasMessageContaining("The backup holds of-tomorrow");
    Path known =
        new Forgery(whole)
            .put(Entries.EXTRAS + "known", "x")
            .seal()
            .write(folder.resolve("known.zip"));
    try (BackupFile backup = BackupFile.open(known, Set.of("known"), Progress.NONE)) {
      assertThat(backup.extras()).containsExactly("known");
      assertThat(backup.extra("known")).isEqualTo(new byte[] {'x'});
    }
  }

  @Test
  void entriesThatAreNotWhatTheSealSaysAreRefused() throws IOException {
    String invoices = Entries.TABLES + "invoice";
    Path path = folder.resolve("forged.zip");
    assertThat(refused(new Forgery(whole).replace(invoices, "10.00", "99.00").write(path)))
        .hasMessageContaining("tables/invoice is not what it was when it was written");
    assertThat(refused(new Forgery(whole).remove(invoices).write(path)).code())
        .isEqualTo(Code.BACKUP_DAMAGED);
    assertThat(refused(new Forgery(whole).remove(invoices).seal().write(path)).code())
        .isEqualTo(Code.BACKUP_DAMAGED);
    assertThat(refused(new Forgery(whole).put("tables/more", "").seal().write(path)).code())
        .isEqualTo(Code.BACKUP_DAMAGED);
    assertThat(refused(new Forgery(whole).put(Entries.HEAD, "{]").seal().write(path)).code())
        .isEqualTo(Code.BACKUP_DAMAGED);
    assertThat(refused(new Forgery(whole).put(Entries.SEAL, "{}").write(path)).code())
        .isEqualTo(Code.BACKUP_DAMAGED);
  }

  @Test
  void noWordOfAForgedFileBecomesSql() throws IOException {
    Path path = folder.resolve("sql.zip");
    String partition = "\"partitions\" : [ ]";
    new Forgery(whole)
        .replace(
            Entries.HEAD,
            partition,
            "\"partitions\" : [ {\"table\": \"delivery_chunk\", \"name\": \"x\", \"bound\":"
                + " \"DEFAULT; drop table company cascade\"} ]")
        .seal()
        .write(path);
    isNotLoaded(path, Code.BACKUP_DAMAGED);
    new Forgery(whole)
        .replace(Entries.HEAD, "\"reply_to\"", "\"mode\", \"no_such_column\"")
        .seal()
        .write(path);
    isNotLoaded(path, Code.BACKUP_OF_OTHER_SCHEMA);
  }

  private static void isNotLoaded(Path path, Code code) {
    try (TestDatabase empty = TestDatabase.create();
        BackupFile backup = BackupFile.open(path, Set.of(), Progress.NONE)) {
      var before = Contents.of(empty.dataSource());
      Restoration restoration = new Restoration(empty.dataSource());
      RefusedBackup refusal =
          catchThrowableOfType(
              RefusedBackup.class, () -> restoration.load(backup, Progress.NONE, stores -> {}));
      assertThat(refusal.code()).isEqualTo(code);
      assertThat(Contents.of(empty.dataSource())).isEqualTo(before);
    }
  }
}
