package org.dunlin.config.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lines of a file until it is known that all of it can be taken: in memory while they are
 * few, else in a temporary file that only this user can read.
 */
final class HeldLines implements AutoCloseable {
  private static final int IN_MEMORY_BYTES_MAX = 4 << 20;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable OutputStream toFile;

  void add(CanonicalRecord record) {
    byte[] line = (CanonicalWriter.line(record) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (toFile == null && memory.size() + line.length > IN_MEMORY_BYTES_MAX) {
        spill();
      }
      (toFile == null ? memory : toFile).write(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes all lines to the stream, in the order in which they came. */
  void writeTo(OutputStream out) throws IOException {
    memory.writeTo(out);
    if (toFile != null && file != null) {
      toFile.flush();
      Files.copy(file, out);
    }
  }

  @Override
  public void close() throws IOException {
    if (toFile != null && file != null) {
      toFile.close();
      Files.delete(file);
    }
  }

  private void spill() throws IOException {
    file = Files.createTempFile("dunlin-read", ".jsonl");
    toFile = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }
}
