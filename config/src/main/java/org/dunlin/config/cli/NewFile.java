package org.dunlin.config.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.postgres.PrivateFiles;

/** A file that a command makes: readable by its owner alone, and there in full or not at all. */
final class NewFile {
  private NewFile() {}

  /** Writes the content of a file. */
  @FunctionalInterface
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /**
   * Writes beside the target under another name, which it takes away again when that fails.
   *
   * @throws FileAlreadyExistsException when the target is there; it is never overwritten
   */
  static void write(Path target, Content content) throws IOException {
    refuseExisting(target);
    Path unfinished =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".unfinished");
    try {
      try (FileChannel channel =
              FileChannel.open(
                  unfinished,
                  Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                  PrivateFiles.ownersOnly(unfinished));
          OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
        content.write(out);
        out.flush();
        channel.force(true);
      }
      refuseExisting(target);
      PrivateFiles.moveIntoPlace(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void refuseExisting(Path target) throws FileAlreadyExistsException {
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
  }
}
