package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The file that the server writes its log to. One former file is kept, so both stay bounded. */
record ServerLog(Path path) {

  static final long ROTATED_AT_BYTES = 4L << 20;
  private static final int TAIL_CHARACTERS = 2_000;

  static ServerLog of(DataDirectory directory) {
    return new ServerLog(directory.logs().resolve("postgres.log"));
  }

  /** Begins a new file when the old one has grown; to be called while no server writes. */
  void rotate() throws IOException {
    if (size() > ROTATED_AT_BYTES) {
      Files.move(path, former(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  Path former() {
    return path.resolveSibling("postgres.1.log");
  }

  long size() throws IOException {
    return Files.exists(path) ? Files.size(path) : 0;
  }

  /** The last lines written since the file had the given size. */
  String tailSince(long size) throws IOException {
    if (!Files.exists(path)) {
      return "";
    }
    try (var input = Files.newInputStream(path)) {
      input.skipNBytes(Math.max(size, Files.size(path) - TAIL_CHARACTERS));
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }
}
