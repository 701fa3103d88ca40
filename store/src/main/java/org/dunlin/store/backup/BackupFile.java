package org.dunlin.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dunlin.store.backup.Head.Migration;

/** A backup that was read from its first byte to its last and found whole. */
public final class BackupFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int JSON_BYTES_MAX = 16 << 20;

  private final ZipFile zip;
  private final Head head;
  private final Map<String, Seal.Part> parts;

  private BackupFile(ZipFile zip, Head head, Map<String, Seal.Part> parts) {
    this.zip = zip;
    this.head = head;
    this.parts = parts;
  }

  /**
   * Opens a backup after checking all of it: the digest of the whole, its structure, whether this
   * hub knows its schema and its parts, and the digest of every part.
   *
   * @param extras the names of what this hub knows beside tables
   * @throws RefusedBackup when anything is wrong, with what it is
   */
  public static BackupFile open(Path path, Set<String> extras, Progress progress) {
    try {
      WholeFile.check(path, progress);
      return checked(new ZipFile(path.toFile()), extras, progress);
    } catch (ZipException e) {
      throw RefusedBackup.damaged("it is no archive (" + e.getMessage() + ")");
    } catch (IOException e) {
      throw new RefusedBackup(
          RefusedBackup.Code.FILE_UNREADABLE, path + " cannot be read (" + e + ").", e);
    }
  }

  private static BackupFile checked(ZipFile zip, Set<String> extras, Progress progress)
      throws IOException {
    try {
      Head head = head(zip);
      checkSchema(head);
      Map<String, Seal.Part> parts = new HashMap<>();
      for (Seal.Part part :
          Entries.read(small(zip, Entries.SEAL), Seal.class, Entries.SEAL).parts()) {
        parts.put(part.name(), part);
      }
      BackupFile file = new BackupFile(zip, head, parts);
      file.checkNames(extras);
      for (String name : parts.keySet()) {
        file.copy(name, "checking", progress, (buffer, length) -> {});
      }
      return file;
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Head head(ZipFile zip) throws IOException {
    byte[] json = small(zip, Entries.HEAD);
    int format = Entries.format(json);
    if (format > Head.FORMAT) {
      throw new RefusedBackup(
          RefusedBackup.Code.BACKUP_TOO_NEW,
          "The backup has the form "
              + format
              + " of a newer hub; this one reads forms up to "
              + Head.FORMAT
              + ". Restore it with that version or a newer one.");
    }
    return Entries.read(json, Head.class, Entries.HEAD);
  }

  private static void checkSchema(Head head) {
    List<Migration> known = Migrations.known();
    String newest = Migrations.version(known);
    if (Migrations.isNewer(Migrations.version(head.migrations()), newest)) {
      throw new RefusedBackup(
          RefusedBackup.Code.BACKUP_TOO_NEW,
          "The backup was made by a newer hub ("
              + head.hub()
              + ", schema "
              + head.schema()
              + "); this one knows the schema up to "
              + newest
              + ". Restore it with that version or a newer one.");
    }
    if (!known.containsAll(head.migrations())
        || !head.schema().equals(Migrations.version(head.migrations()))) {
      throw new RefusedBackup(
          RefusedBackup.Code.BACKUP_OF_OTHER_SCHEMA,
          "The backup was made by a hub with other tables ("
              + head.hub()
              + ", schema "
              + head.schema()
              + "). Restore it with the version that made it.");
    }
  }

  private void checkNames(Set<String> extras) {
    Set<String> expected = new LinkedHashSet<>(Set.of(Entries.HEAD, Entries.SEAL));
    head.tables().forEach(table -> expected.add(Entries.TABLES + table.name()));
    Set<String> found = new LinkedHashSet<>();
    zip.stream().map(ZipEntry::getName).forEach(found::add);
    for (String name : found) {
      if (name.startsWith(Entries.EXTRAS)) {
        checkKnown(name.substring(Entries.EXTRAS.length()), extras);
        expected.add(name);
      }
    }
    Set<String> sealed = new LinkedHashSet<>(parts.keySet());
    sealed.add(Entries.SEAL);
    if (zip.size() != found.size() || !found.equals(expected) || !sealed.equals(expected)) {
      throw RefusedBackup.damaged("its entries are not those that it says it has");
    }
  }

  private void checkKnown(String extra, Set<String> extras) {
    if (!extras.contains(extra)) {
      throw new RefusedBackup(
          RefusedBackup.Code.UNKNOWN_PART,
          "The backup holds "
              + extra
              + ", which this version of the hub does not know. Restore it with the version that"
              + " made it ("
              + head.hub()
              + ") or a newer one.");
    }
  }

  /** What the backup says of itself. */
  public Head head() {
    return head;
  }

  /** The names of what it holds beside tables. */
  public Set<String> extras() {
    Set<String> names = new LinkedHashSet<>();
    parts.keySet().stream()
        .filter(name -> name.startsWith(Entries.EXTRAS))
        .map(name -> name.substring(Entries.EXTRAS.length()))
        .forEach(names::add);
    return names;
  }

  /** The content of one of its extras. */
  public byte[] extra(String name) {
    try {
      return small(zip, Entries.EXTRAS + name);
    } catch (IOException e) {
      throw RefusedBackup.damaged(name + " cannot be read any more (" + e.getMessage() + ")");
    }
  }

  /** Takes the bytes of a table, a buffer at a time. */
  interface Taker {
    void take(byte[] buffer, int length) throws IOException;
  }

  /** Gives the rows of a table to the taker, and how many the seal says that there are. */
  long copy(String table, Progress progress, Taker taker) throws IOException {
    return copy(Entries.TABLES + table, "reading", progress, taker).rows();
  }

  private Seal.Part copy(String name, String verb, Progress progress, Taker taker)
      throws IOException {
    Seal.Part sealed = parts.get(name);
    ZipEntry entry = zip.getEntry(name);
    if (sealed == null || entry == null) {
      throw RefusedBackup.damaged(name + " is missing");
    }
    Counted counted = new Counted(verb, name, progress);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = zip.getInputStream(entry)) {
      for (int read = in.read(buffer);
          read >= 0 && counted.bytes() <= sealed.bytes();
          read = in.read(buffer)) {
        counted.add(buffer, 0, read);
        taker.take(buffer, read);
      }
    }
    if (!counted.end().equals(sealed)) {
      throw RefusedBackup.damaged(name + " is not what it was when it was written");
    }
    return sealed;
  }

  private static byte[] small(ZipFile zip, String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw RefusedBackup.damaged(name + " is missing");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(JSON_BYTES_MAX + 1);
      if (bytes.length > JSON_BYTES_MAX) {
        throw RefusedBackup.damaged(name + " is far too large");
      }
      return bytes;
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new IllegalStateException("the backup cannot be closed", e);
    }
  }
}
