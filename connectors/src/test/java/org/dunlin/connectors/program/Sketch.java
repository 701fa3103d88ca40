package org.dunlin.connectors.program;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.ProgramLoader.Loaded;

/** A program that a test writes down, with mappings that a test has no need of. */
public final class Sketch {
  private static final Pattern MAPPING = Pattern.compile("[a-z_]+\\.jslt");
  private static final String HEAD =
      """
      program: example
      name: Example Books
      documentation: https://developer.example.test/
      """;

  private Sketch() {}

  /** The program of this manifest without its head. */
  public static Program program(String manifest) {
    return program(manifest, Map.of());
  }

  /** The same, with these mappings by the names of their files. */
  public static Program program(String manifest, Map<String, String> mappings) {
    String yaml = HEAD + manifest;
    Map<String, byte[]> files = new HashMap<>();
    Matcher named = MAPPING.matcher(yaml);
    while (named.find()) {
      files.put(named.group(), "null".getBytes(StandardCharsets.UTF_8));
    }
    mappings.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
    files.put("program.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return switch (ProgramLoader.load(new Folder("example", files))) {
      case Loaded.Sound sound -> sound.program();
      case Loaded.Faulty faulty -> throw new AssertionError("refused: " + faulty.faults());
    };
  }
}
