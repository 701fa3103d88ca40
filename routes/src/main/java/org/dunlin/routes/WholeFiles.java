package org.dunlin.routes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a reader sees each one whole or not at all, also after a crash. */
public final class WholeFiles {
  private WholeFiles() {}

  /**
   * Writes a file into a folder, which is made where it is missing.
   *
   * @throws IOException where it cannot be written, or the name leads out of the folder
   */
  public static void write(Path folder, String name, byte[] content) throws IOException {
    write(folder, name, new ByteArrayInputStream(content));
  }

  /**
   * The same of what is read as it is written.
   *
   * @throws IOException where it cannot be read or written, or the name leads out of the folder
   */
  public static void write(Path folder, String name, InputStream content) throws IOException {
    Path out = folder.toAbsolutePath().normalize();
    Files.createDirectories(out);
    Path target = out.resolve(name);
    if (!out.equals(target.normalize().getParent())) {
      throw new IOException("the name " + name + " leads out of the folder");
    }
    Path unfinished = out.resolve("." + name + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      content.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
    Files.move(
        unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceNames(out);
  }

  /** Where names are files of their own, they are written down like these. */
  private static void forceNames(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }
}
