package org.dunlin.config.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.csv.Descriptions;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Problem;

/** Writes the description that a CSV file proposes. */
final class ProposedDescription {
  private ProposedDescription() {}

  static FileRead of(Path file, OutputStream out) throws IOException {
    String name = name(file);
    Optional<String> yaml = Descriptions.proposed(head(file), name);
    if (yaml.isEmpty()) {
      return refused(file, out);
    }
    out.write(yaml.get().getBytes(StandardCharsets.UTF_8));
    return new FileRead(
        "answer its questions, then put it as " + name + ".yaml into the directory of descriptions",
        0);
  }

  private static byte[] head(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      return stream.readNBytes(Formats.HEAD_BYTES);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** The name of the file as the name of a description may be. */
  private static String name(Path file) {
    String whole = file.getFileName().toString().toLowerCase(Locale.ROOT);
    int point = whole.lastIndexOf('.');
    String plain = (point > 0 ? whole.substring(0, point) : whole).replaceAll("[^a-z0-9]+", "-");
    String begun = plain.replaceAll("^[^a-z]+|-+$", "");
    return begun.isEmpty() ? "bank" : begun.substring(0, Math.min(begun.length(), 40));
  }

  private static FileRead refused(Path file, OutputStream out) throws IOException {
    Problem problem =
        new Problem(
            file.toString(),
            null,
            "NOT_CSV",
            "the file cannot be read or does not look like CSV, so it proposes no description");
    out.write((CanonicalWriter.line(problem) + "\n").getBytes(StandardCharsets.UTF_8));
    return new FileRead("refused: " + problem.message(), 1);
  }
}
