package org.dunlin.work.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
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
  private static final int MOST_FOLDERS = 200;
  private static final int MOST_FILES = 2_000;
  private static final long LARGEST_BYTES = 1 << 20;
  private static final long LARGEST_FOLDER_BYTES = 16L << 20;
  private static final long MOST_BYTES = 64L << 20;

  private final Path directory;
  private Map<Path, Kept> kept = Map.of();

  /** A folder as it was read, and what showed it. */
  private record Kept(FolderPrint print, Folder folder) {}

  /**
   * @param directory in which they lie; it need not be there yet
   */
  public DropIns(Path directory) {
    this.directory = directory;
  }

  /** Those that have not changed are not read again. */
  @Override
  public synchronized List<Folder> get() {
    Map<Path, Kept> now = new TreeMap<>();
    try (Stream<Path> children =
        Files.isDirectory(directory) ? Files.list(directory) : Stream.of()) {
      for (Path path : children.filter(DropIns::isFolder).sorted().limit(MOST_FOLDERS).toList()) {
        now.put(path, looked(path, now.values()));
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the directory of programs cannot be read: {}", e.toString());
    }
    kept = now;
    return now.values().stream().map(Kept::folder).toList();
  }

  private Kept looked(Path path, Collection<Kept> others) {
    FolderPrint print = FolderPrint.of(path, DropIns::files);
    Kept before = kept.get(path);
    if (before != null && print.isThatOf(before.print())) {
      return before;
    }
    Folder folder = read(path);
    if (bytes(others) + bytes(folder) > MOST_BYTES) {
      LOG.warn("the folders of programs have more than {} bytes together", MOST_BYTES);
      folder = new Folder(folder.name(), Map.of());
    }
    return new Kept(print, folder);
  }

  private static long bytes(Collection<Kept> folders) {
    return folders.stream().mapToLong(each -> bytes(each.folder())).sum();
  }

  private static long bytes(Folder folder) {
    return folder.files().values().stream().mapToLong(file -> file.length).sum();
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && NAME.matcher(path.getFileName().toString()).matches();
  }

  /** One folder as it is now, wherever it lies; without files where it cannot be read. */
  public static Folder read(Path path) {
    String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
    Map<String, byte[]> files = new TreeMap<>();
    long bytes = 0;
    try {
      for (Path file : files(path)) {
        if (Files.size(file) <= LARGEST_BYTES && bytes <= LARGEST_FOLDER_BYTES) {
          byte[] content = Files.readAllBytes(file);
          bytes += content.length;
          files.put(path.relativize(file).toString().replace('\\', '/'), content);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the folder {} of a program cannot be read: {}", name, e.toString());
      return new Folder(name, Map.of());
    }
    if (bytes > LARGEST_FOLDER_BYTES) {
      LOG.warn("the folder {} of a program has more than {} bytes", name, LARGEST_FOLDER_BYTES);
      return new Folder(name, Map.of());
    }
    return new Folder(name, files);
  }

  /** The files of a folder that may be read. */
  private static List<Path> files(Path path) throws IOException {
    try (Stream<Path> below = Files.walk(path, DEEPEST)) {
      return below.filter(DropIns::isFile).sorted().limit(MOST_FILES).toList();
    }
  }

  private static boolean isFile(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }
}
