package org.dunlin.routes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.dunlin.core.port.Dispatch;

/** Writes status files so that a reader sees each one whole or not at all, also after a crash. */
final class StatusFiles {
  private StatusFiles() {}

  static void write(Dispatch.StatusFile file) throws IOException {
    Path out = Path.of(file.folder()).toAbsolutePath().normalize().resolve("out");
    Files.createDirectories(out);
    Path target = out.resolve(file.name());
    if (!out.equals(target.normalize().getParent())) {
      throw new IOException("the name " + file.name() + " leads out of the folder");
    }
    Path unfinished = out.resolve("." + file.name() + ".tmp");
    try (FileChannel channel =
        FileChannel.open(
            unfinished,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(file.content().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
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
