package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/** Files and folders that only the hub's user may read. */
public final class PrivateFiles {

  private PrivateFiles() {}

  static void createFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(folder, only("rwx------", folder));
    }
  }

  /** Writes a file that is there in full or not at all, also after a power failure. */
  public static void write(Path file, byte[] content) throws IOException {
    var unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.deleteIfExists(unfinished);
    try (var channel =
        FileChannel.open(
            unfinished,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            ownersOnly(file))) {
      var buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    moveIntoPlace(unfinished, file);
  }

  /** Brings all files of a folder to the disk, lest a power failure leaves some of them empty. */
  static void force(Path tree) throws IOException {
    try (var entries = Files.walk(tree)) {
      for (var file : entries.filter(Files::isRegularFile).toList()) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
      }
    }
  }

  /** Gives a finished file its name at once, also after a power failure. */
  public static void moveIntoPlace(Path finished, Path place) throws IOException {
    Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE);
    if (hasPosixPermissions(place)) {
      // Makes the new name itself durable; Windows neither needs nor allows it.
      try (var folder = FileChannel.open(place.resolveSibling(""), StandardOpenOption.READ)) {
        folder.force(true);
      }
    }
  }

  static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (var entries = Files.walk(tree)) {
      for (var entry : entries.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(entry);
      }
    }
  }

  static boolean hasPosixPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        && Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
  }

  /** With these a file is made that only the hub's user may read and write. */
  public static FileAttribute<?>[] ownersOnly(Path path) {
    return only("rw-------", path);
  }

  private static FileAttribute<?>[] only(String permissions, Path path) {
    return hasPosixPermissions(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
