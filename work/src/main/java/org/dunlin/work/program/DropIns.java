package org.dunlin.work.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.connectors.program.Folder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the folders of programs that somebody dropped in, as they are at the moment. A folder that
 * cannot be read is one without files, which its check refuses; the others go on. Links are not
 * followed.
 */
public final class DropIns implements Supplier<List<Folder>> {
  private static final Logger LOG = LoggerFactory.getLogger(DropIns.class);
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");
  private static final int DEEPEST = 4;
  private static final int MOST_FILES = 2_000;
  private static final long LARGEST_BYTES = 1 << 20;
  private static final long LARGEST_FOLDER_BYTES = 16L << 20;

  private final Path directory;

  /**
   * @param directory in which they lie; it need not be there yet
   */
  public DropIns(Path directory) {
    this.directory = directory;
  }

  @Override
  public List<Folder> get() {
    List<Folder> folders = new ArrayList<>();
    try (Stream<Path> children =
        Files.isDirectory(directory) ? Files.list(directory) : Stream.of()) {
      children.filter(DropIns::isFolder).sorted().forEach(path -> folders.add(read(path)));
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the directory of programs cannot be read: {}", e.toString());
    }
    return folders;
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && NAME.matcher(path.getFileName().toString()).matches();
  }

  /** One folder as it is now, wherever it lies; without files where it cannot be read. */
  public static Folder read(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> below = Files.walk(path, DEEPEST)) {
      long bytes = 0;
      for (Path file : below.filter(DropIns::isFile).limit(MOST_FILES).toList()) {
        if (Files.size(file) <= LARGEST_BYTES && bytes <= LARGEST_FOLDER_BYTES) {
          byte[] content = Files.readAllBytes(file);
          bytes += content.length;
          files.put(path.relativize(file).toString().replace('\\', '/'), content);
        }
      }
      if (bytes > LARGEST_FOLDER_BYTES) {
        LOG.warn("the folder {} of a program has more than {} bytes", name, LARGEST_FOLDER_BYTES);
        return new Folder(name, Map.of());
      }
      return new Folder(name, files);
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the folder {} of a program cannot be read: {}", name, e.toString());
      return new Folder(name, Map.of());
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
