package org.dunlin.config.hub;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Looks whether {@code dunlin.yaml} says settings at all, before it is read for them. */
final class SettingsFile {
  private static final Path FILE = Path.of("dunlin.yaml");

  /** What a name at the beginning of a line may be, or begin with before a dot. */
  private static final Set<String> BEGINNINGS =
      Set.of("dunlin", "server", "spring", "logging", "management");

  private SettingsFile() {}

  /** Why the file cannot be used, with its line; empty when it can, or is not there. */
  static Optional<String> problem() {
    return problem(FILE);
  }

  static Optional<String> problem(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String name = file.getFileName().toString();
    try (Reader reader = Files.newBufferedReader(file)) {
      Object said = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return saysSettings(said)
          ? Optional.empty()
          : Optional.of(
              name
                  + " says nothing of the hub: its settings stand below a line that is dunlin: and"
                  + " nothing else. docs/start.md shows one.");
    } catch (MarkedYAMLException e) {
      String place =
          e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
      return Optional.of(name + place + " is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      String why = e.getCause() instanceof IOException cause ? why(cause) : e.getMessage();
      return Optional.of(name + " cannot be read: " + why);
    } catch (IOException e) {
      return Optional.of(name + " cannot be read: " + why(e));
    }
  }

  /** What the system says of a file that cannot be read, for whoever must mend it. */
  static String why(IOException failure) {
    return switch (failure) {
      case AccessDeniedException denied ->
          "the user "
              + System.getProperty("user.name")
              + ", as whom the hub runs, has no right to it. Give it to them, or start the hub as"
              + " another user.";
      case CharacterCodingException coding -> "it is not written in UTF-8. Save it as UTF-8.";
      default -> String.valueOf(failure.getMessage());
    };
  }

  /** An empty file is one that leaves all to the defaults; one of other names is a slip. */
  private static boolean saysSettings(@Nullable Object said) {
    return switch (said) {
      case null -> true;
      case Map<?, ?> settings ->
          settings.isEmpty()
              || settings.keySet().stream()
                  .map(name -> String.valueOf(name).split("\\.", 2)[0])
                  .anyMatch(BEGINNINGS::contains);
      default -> false;
    };
  }
}
