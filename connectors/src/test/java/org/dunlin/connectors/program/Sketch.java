package org.dunlin.connectors.program;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** The program of this manifest, of which name and documentation may be left out. */
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
    Programs programs = new Programs(() -> List.of(new Folder("example", files)));
    programs.rescan();
    return programs
        .program("example")
        .orElseThrow(() -> new AssertionError("refused: " + programs.broken()));
  }
}
