package org.dunlin.connectors.csv;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The descriptions that the hub carries along, below {@code descriptions/} on the class path. A
 * class path cannot be listed, so the file {@code descriptions/index.txt} names all of them.
 */
final class CarriedDescriptions {
  private static final String TOP = "/descriptions/";
  private static final Map<String, DescriptionLoader.Loaded.Sound> ALL = load();

  private CarriedDescriptions() {}

  static List<Description> all() {
    return ALL.values().stream().map(DescriptionLoader.Loaded.Sound::description).toList();
  }

  /** The form of one, which another may extend; null where there is none of the name. */
  static @Nullable ObjectNode form(String name) {
    DescriptionLoader.Loaded.Sound sound = ALL.get(name);
    return sound == null ? null : sound.form();
  }

  private static Map<String, DescriptionLoader.Loaded.Sound> load() {
    Map<String, DescriptionLoader.Loaded.Sound> all = new TreeMap<>();
    DescriptionLoader loader =
        new DescriptionLoader(
            name -> {
              DescriptionLoader.Loaded.Sound sound = all.get(name);
              return sound == null ? null : sound.form();
            });
    for (String file : new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList()) {
      switch (loader.load(file, bytes(file))) {
        case DescriptionLoader.Loaded.Sound sound -> all.put(sound.description().name(), sound);
        case DescriptionLoader.Loaded.Faulty faulty ->
            throw new IllegalStateException(faulty.faults().toString());
      }
    }
    return all;
  }

  private static byte[] bytes(String file) {
    try (InputStream stream =
        Objects.requireNonNull(CarriedDescriptions.class.getResourceAsStream(TOP + file), file)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
