package org.dunlin.connectors.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The files that are changed. */
final class Seeds {
  private Seeds() {}

  static List<byte[]> files(String... names) {
    return Stream.of(names).map(Seeds::file).toList();
  }

  private static byte[] file(String name) {
    try (InputStream stream = Seeds.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(stream, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
