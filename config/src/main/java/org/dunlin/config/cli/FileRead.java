package org.dunlin.config.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.dunlin.work.translate.ScratchFiles;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param words what to tell a person
 * @param refused how many problems were written
 */
record FileRead(String words, int refused) {
  /** Writes the records of the file, or its problem alone where it is refused as a whole. */
  static FileRead of(Path file, Detection files, OutputStream out) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        return refused(problem(file, "NOT_A_FILE", "this is a folder; name the files in it"), out);
      }
      try (InputStream stream =
          new BufferedInputStream(Files.newInputStream(file), Formats.HEAD_BYTES)) {
        return read(stream, file, files, out);
      }
    } catch (Untranslatable untranslatable) {
      return refused(untranslatable.problem(), out);
    } catch (NoSuchFileException e) {
      return refused(problem(file, "FILE_NOT_FOUND", "there is no such file"), out);
    } catch (AccessDeniedException e) {
      return refused(problem(file, "FILE_UNREADABLE", "this user may not read the file"), out);
    } catch (IOException e) {
      return refused(
          problem(file, "FILE_UNREADABLE", "the file cannot be read: " + e.getMessage()), out);
    }
  }

  private static FileRead read(InputStream stream, Path file, Detection files, OutputStream out)
      throws IOException {
    stream.mark(Formats.HEAD_BYTES);
    byte[] head = stream.readNBytes(Formats.HEAD_BYTES);
    stream.reset();
    Optional<Detected> detected = files.detect(head);
    if (detected.isEmpty()) {
      return refused(files.unknown(head, file.toString()), out);
    }
    try (HeldLines held = new HeldLines();
        ScratchFiles scratch = new ScratchFiles()) {
      Counted counted = new Counted(held, scratch);
      detected.get().translator().translate(stream, file.toString(), counted);
      held.writeTo(out);
      return new FileRead(
          detected.get().description() + counted.inEncoding() + ", " + counted.words(),
          counted.problems);
    }
  }

  private static FileRead refused(Problem problem, OutputStream out) throws IOException {
    out.write((CanonicalWriter.line(problem) + "\n").getBytes(StandardCharsets.UTF_8));
    return new FileRead("refused: " + problem.message(), 1);
  }

  private static Problem problem(Path file, String code, String message) {
    return new Problem(file.toString(), null, code, message);
  }

  /** Counts records and problems as they pass. */
  private static final class Counted implements RecordSink {
    private final HeldLines held;
    private final Scratch scratch;
    private int records;
    private int problems;
    private @Nullable Charset encoding;

    Counted(HeldLines held, Scratch scratch) {
      this.held = held;
      this.scratch = scratch;
    }

    @Override
    public Scratch scratch() {
      return scratch;
    }

    @Override
    public void accept(CanonicalRecord record) {
      held.add(record);
      if (record instanceof Problem) {
        problems++;
      } else {
        records++;
      }
    }

    @Override
    public void encoding(Charset found) {
      encoding = found;
    }

    String inEncoding() {
      return encoding == null ? "" : " in " + TextEncoding.named(encoding);
    }

    String words() {
      return records + " records, " + problems + " problems";
    }
  }
}
