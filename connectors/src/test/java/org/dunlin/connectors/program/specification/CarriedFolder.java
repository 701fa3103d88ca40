package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.Json;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Programs;

/** A folder that the hub carries along, and its examples as they lie there. */
record CarriedFolder(
    Program program,
    Path examples,
    String id,
    Map<String, String> settings,
    Map<String, String> known) {
  /** A file among the examples. */
  record Example(String name, byte[] content) {}

  /**
   * The folder of this name, as it is with these settings.
   *
   * @param id such as the program gives to its objects
   */
  static CarriedFolder of(String name, String id, Map<String, String> settings) {
    Program program =
        new Programs(List::of)
            .program(name)
            .orElseThrow(() -> new AssertionError("The hub carries no program " + name + "."));
    return new CarriedFolder(
        program.of(settings),
        Path.of("src/main/resources/programs", name, "examples"),
        id,
        Map.copyOf(settings),
        Map.of());
  }

  /** The same, where requests of a stream name objects by another kind of id, or have a cursor. */
  CarriedFolder knowing(Map<String, String> facts) {
    return new CarriedFolder(program, examples, id, settings, Map.copyOf(facts));
  }

  /** A mapping of the folder, as it is written. */
  String mapping(String file) {
    try {
      return Files.readString(examples.resolveSibling(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The cases of a stream or an effect that are of these settings; what lies beside a case is no
   * case.
   */
  List<Example> cases(String about) {
    Path folder = examples.resolve(about);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.newDirectoryStream(folder, "*.json")) {
      List<Example> cases = new ArrayList<>();
      for (Path file : files) {
        String name = about + "/" + file.getFileName();
        if (!name.endsWith(".request.json")
            && !name.endsWith(".parent.json")
            && !name.endsWith(".answers.json")) {
          cases.add(new Example(name, Files.readAllBytes(file)));
        }
      }
      cases.removeIf(each -> isOfOtherSettings(each.content()));
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A reply to the request of an effect.
   *
   * @param about what the hub knew when it asked
   */
  record Answered(String name, byte[] about, byte[] reply) {}

  /** The replies to an effect that are of these settings. */
  List<Answered> answers(String effect) {
    List<Answered> answers = new ArrayList<>();
    for (Example example : cases(effect)) {
      String file = example.name().replaceFirst("\\.json$", ".answers.json");
      Path path = examples.resolve(file);
      if (Files.isReadable(path)) {
        try {
          for (JsonNode each : Json.read(Files.readAllBytes(path)).path("answer")) {
            answers.add(new Answered(file, example.content(), Json.write(each.path("reply"))));
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return answers;
  }

  private boolean isOfOtherSettings(byte[] example) {
    JsonNode whole = Json.read(example);
    JsonNode said = whole.path("settings");
    // JSON-2 answers with a list where JSON-RPC answers with an envelope.
    return settings.containsValue(whole.has("jsonrpc") ? "json-2" : "")
        || settings.containsValue(whole.isArray() ? "json-rpc" : "")
        || settings.entrySet().stream()
            .anyMatch(
                each -> !said.path(each.getKey()).asText(each.getValue()).equals(each.getValue()));
  }
}
