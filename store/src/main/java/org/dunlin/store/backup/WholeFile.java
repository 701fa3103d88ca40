package org.dunlin.store.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.dunlin.store.Digests;

/** Checks that a file is a backup and that no byte of it is missing or changed. */
final class WholeFile {
  private static final int BUFFER = 1 << 16;
  private static final long TOLD_EVERY_BYTES = 1L << 30;
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

  /** Where the name of an archive's first entry stands. */
  private static final int NAME_AT = 30;

  private WholeFile() {}

  /**
   * Reads all of the file.
   *
   * @throws RefusedBackup when it is no backup, or a damaged one
   */
  static void check(Path path, Progress progress) throws IOException {
    if (!Files.isRegularFile(path)) {
      String what = Files.isDirectory(path) ? " is a folder; name the file." : " is not there.";
      throw new RefusedBackup(RefusedBackup.Code.FILE_UNREADABLE, path + what);
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] beginning = in.readNBytes(NAME_AT + Entries.HEAD.length());
      checkKind(path, beginning);
      byte[] end = new byte[SealedOutput.DIGITS];
      String digest = digest(beginning, in, Files.size(path) - end.length, end, progress);
      if (!digest.equals(new String(end, StandardCharsets.US_ASCII))) {
        throw RefusedBackup.damaged("it was cut off, or bytes of it were changed");
      }
    }
  }

  private static void checkKind(Path path, byte[] beginning) {
    byte[] name = Entries.HEAD.getBytes(StandardCharsets.US_ASCII);
    boolean backup =
        beginning.length == NAME_AT + name.length
            && Arrays.equals(beginning, 0, ARCHIVE.length, ARCHIVE, 0, ARCHIVE.length)
            && Arrays.equals(beginning, NAME_AT, beginning.length, name, 0, name.length);
    if (!backup) {
      throw new RefusedBackup(
          RefusedBackup.Code.NOT_A_BACKUP,
          path
              + " is no backup of a hub. Nothing was touched; name a file that dunlin backup wrote.");
    }
  }

  /** The digest of the first bytes; what follows them is put into {@code end}. */
  private static String digest(
      byte[] beginning, InputStream in, long bytes, byte[] end, Progress progress)
      throws IOException {
    MessageDigest digest = Digests.sha256();
    digest.update(beginning, 0, (int) Math.clamp(bytes, 0, beginning.length));
    byte[] buffer = new byte[BUFFER];
    long done = beginning.length;
    while (done < bytes) {
      int read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, bytes - done));
      if (read == 0) {
        break;
      }
      digest.update(buffer, 0, read);
      if ((done + read) / TOLD_EVERY_BYTES > done / TOLD_EVERY_BYTES) {
        progress.at("checking the file", done + read);
      }
      done += read;
    }
    in.readNBytes(end, 0, end.length);
    return HexFormat.of().formatHex(digest.digest());
  }
}
