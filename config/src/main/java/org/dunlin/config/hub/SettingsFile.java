package org.dunlin.config.hub;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Looks whether {@code dunlin.yaml} is YAML at all, before it is read for its settings. */
final class SettingsFile {
  private static final Path FILE = Path.of("dunlin.yaml");

  private SettingsFile() {}

  /** Why the file cannot be read, with its line; empty when it can, or is not there. */
  static Optional<String> problem() {
    if (!Files.exists(FILE)) {
      return Optional.empty();
    }
    try (Reader reader = Files.newBufferedReader(FILE)) {
      new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
      return Optional.empty();
    } catch (MarkedYAMLException e) {
      String place =
          e.getProblemMark() == null ? "" : " line " + (e.getProblemMark().getLine() + 1);
      return Optional.of(FILE + place + " is not YAML: " + e.getProblem());
    } catch (YAMLException | IOException e) {
      return Optional.of(FILE + " cannot be read: " + e.getMessage());
    }
  }
}
