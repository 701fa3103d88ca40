package org.dunlin.core.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** What the schema says of each record and field in words. */
final class SchemaWords {
  private static final String FILE = "schema-words.properties";

  private final Properties words = new Properties();
  private final Set<String> unused;

  SchemaWords() {
    try (InputStream stream = SchemaWords.class.getResourceAsStream(FILE)) {
      words.load(
          new InputStreamReader(Objects.requireNonNull(stream, FILE), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unused = new TreeSet<>(words.stringPropertyNames());
  }

  /** The words for a record, a field or a definition; a mistake where there are none. */
  String of(String path) {
    unused.remove(path);
    String said = words.getProperty(path);
    if (said == null || said.isBlank()) {
      throw new AssertionError(FILE + " has no words for " + path);
    }
    return said;
  }

  /** Words for which there is no field any more. */
  Set<String> unused() {
    return unused;
  }
}
