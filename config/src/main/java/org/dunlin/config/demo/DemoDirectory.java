package org.dunlin.config.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** The demonstration's own folder, emptied before each run; never one that it has not made. */
final class DemoDirectory {
  private static final String MARK = "made-by-dunlin-demo";
  private static final String LOCK = "dunlin.lock";

  private DemoDirectory() {}

  /**
   * An empty folder for this run.
   *
   * @throws IOException when the folder is not the demonstration's, or a hub runs in it
   */
  static Path fresh(Path directory) throws IOException {
    if (Files.exists(directory)) {
      if (!Files.exists(directory.resolve(MARK))) {
        throw new IOException(
            directory + " was not made by the demonstration; move it away or set DUNLIN_DATA.");
      }
      refuseIfInUse(directory);
      delete(directory);
    }
    Files.createDirectories(directory);
    Files.createFile(directory.resolve(MARK));
    return directory;
  }

  private static void refuseIfInUse(Path directory) throws IOException {
    Path lock = directory.resolve(LOCK);
    if (Files.exists(lock)) {
      try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
          FileLock held = channel.tryLock()) {
        if (held == null) {
          throw new IOException(
              "A demonstration runs in " + directory + " already; end it first (Ctrl-C).");
        }
      }
    }
  }

  private static void delete(Path directory) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return hasPrograms(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path visited, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            try {
              Files.delete(visited);
            } catch (DirectoryNotEmptyException programs) {
              // It leads to PostgreSQL's programs.
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** PostgreSQL's, which took seconds to unpack and are the same in every run. */
  private static boolean hasPrograms(Path folder) {
    return folder.getFileName().toString().startsWith("bin-")
        && folder.resolveSibling("").resolveSibling("").endsWith("postgres");
  }
}
