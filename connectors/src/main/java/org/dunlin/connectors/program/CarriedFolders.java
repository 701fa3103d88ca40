package org.dunlin.connectors.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The folders that the hub carries along, below {@code programs/} on the class path. A class path
 * cannot be listed, so the file {@code programs/index.txt} names all files.
 */
public final class CarriedFolders {
  private static final String TOP = "/programs/";
  private static final String INDEX = TOP + "index.txt";

  private CarriedFolders() {}

  /** All of them, by name. */
  public static List<Folder> all() {
    Map<String, Map<String, byte[]>> folders = new TreeMap<>();
    for (String path : index()) {
      int slash = path.indexOf('/');
      folders
          .computeIfAbsent(path.substring(0, slash), name -> new TreeMap<>())
          .put(path.substring(slash + 1), bytes(TOP + path));
    }
    List<Folder> all = new ArrayList<>();
    folders.forEach((name, files) -> all.add(new Folder(name, files)));
    return all;
  }

  private static List<String> index() {
    try (@Nullable InputStream stream = CarriedFolders.class.getResourceAsStream(INDEX)) {
      return stream == null
          ? List.of()
          : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> line.indexOf('/') > 0)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String resource) {
    try (InputStream stream =
        Objects.requireNonNull(CarriedFolders.class.getResourceAsStream(resource), resource)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
