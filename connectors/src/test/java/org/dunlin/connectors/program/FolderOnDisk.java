package org.dunlin.connectors.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Folders as tests have them on disk, and as they change them. */
public final class FolderOnDisk {
  private static final Path EXAMPLE =
      Path.of("src", "test", "resources", "org", "dunlin", "connectors", "program", "example");

  private FolderOnDisk() {}

  /** The folder of the program that is made up for tests. */
  public static Folder example() {
    return read(EXAMPLE);
  }

  /** A folder. */
  public static Folder read(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    for (Path file : files(folder)) {
      try {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Folder(folder.getFileName().toString(), files);
  }

  /** All files below a folder. */
  static List<Path> files(Path folder) {
    try (java.util.stream.Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same folder, in one of whose files a text stands in place of another. */
  static Folder changed(Folder folder, String file, String text, String other) {
    String before =
        new String(folder.files().getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(file + " does not hold " + text);
    }
    return with(folder, file, before.replace(text, other));
  }

  /** The same folder with another content of a file. */
  static Folder with(Folder folder, String file, String content) {
    Map<String, byte[]> files = new TreeMap<>(folder.files());
    files.put(file, content.getBytes(StandardCharsets.UTF_8));
    return new Folder(folder.name(), files);
  }
}
