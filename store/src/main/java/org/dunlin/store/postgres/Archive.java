package org.dunlin.store.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks a tar archive compressed with xz; nothing is written outside the target folder. */
final class Archive {

  private static final int ANY_MAY_EXECUTE = 0111;

  private Archive() {}

  static void unpack(InputStream archive, Path target) throws IOException {
    if (PrivateFiles.hasPosixPermissions(target)) {
      Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    try (var tar =
        new TarArchiveInputStream(
            new BufferedInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive)), 1 << 16))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    var path = inside(target, target.resolve(entry.getName()), entry);
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      inside(target, path.resolveSibling(entry.getLinkName()), entry);
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.isLink()) {
      Files.copy(inside(target, target.resolve(entry.getLinkName()), entry), path);
    } else if (entry.isFile()) {
      write(tar, entry, path);
    } else {
      throw new IOException("The archive has an entry of an unknown kind: " + entry.getName());
    }
  }

  private static Path inside(Path target, Path path, TarArchiveEntry entry) throws IOException {
    var normal = path.normalize();
    if (!normal.startsWith(target)) {
      throw new IOException("The archive has an entry outside its folder: " + entry.getName());
    }
    return normal;
  }

  private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
      throws IOException {
    try (var file = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      tar.transferTo(file);
    }
    if (PrivateFiles.hasPosixPermissions(path)) {
      var executable = (entry.getMode() & ANY_MAY_EXECUTE) != 0;
      Files.setPosixFilePermissions(
          path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
