package org.dunlin.sandbox.program;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Vendors' specifications, which lie outside of this repository: {@code -Ddunlin.specs=DIR}. */
public final class Specs {
  private Specs() {}

  /** A specification; the test is skipped with a word where it is not there. */
  public static Path of(String name) {
    String directory = System.getProperty("dunlin.specs", "");
    Path path = Path.of(directory, name);
    Assumptions.assumeTrue(
        !directory.isEmpty() && Files.exists(path),
        "Skipped: -Ddunlin.specs names no directory with " + name + ".");
    return path;
  }
}
