package org.dunlin.connectors.program.specification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;

/** A folder that the hub carries along, and its examples as they lie there. */
record CarriedFolder(Program program, Path examples) {
  /** A file among the examples. */
  record Example(String name, byte[] content) {}

  static CarriedFolder of(String name) {
    Program program =
        new Programs(List::of)
            .program(name)
            .orElseThrow(() -> new AssertionError("The hub carries no program " + name + "."));
    return new CarriedFolder(program, Path.of("src/main/resources/programs", name, "examples"));
  }

  /** The cases of a stream or an effect; what lies beside a case is no case. */
  List<Example> cases(String about) {
    Path folder = examples.resolve(about);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      List<Example> cases = new ArrayList<>();
      for (Path file : files) {
        String name = about + "/" + file.getFileName();
        if (!name.endsWith(".request.json") && !name.endsWith(".parent.json")) {
          cases.add(new Example(name, Files.readAllBytes(file)));
        }
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
