package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The file in which a postmaster says that it runs a cluster; it stays when it is killed. */
record PostmasterFile(Path path) {

  static PostmasterFile of(Path cluster) {
    return new PostmasterFile(cluster.resolve("postmaster.pid"));
  }

  /** The postmaster's process id; absent when there is no file or no number in it. */
  OptionalLong pid() throws IOException {
    try (var lines = Files.lines(path)) {
      var first = lines.findFirst().orElse("").strip();
      return first.matches("[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(first))
          : OptionalLong.empty();
    } catch (NoSuchFileException absent) {
      return OptionalLong.empty();
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }
}
