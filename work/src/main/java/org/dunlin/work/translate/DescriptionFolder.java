package org.dunlin.work.translate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.connectors.csv.DescriptionFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the descriptions of CSV files that somebody dropped in, as they are at the moment. Links
 * are not followed; a file that cannot be read is left out, and the others go on.
 */
public final class DescriptionFolder implements Supplier<List<DescriptionFile>> {
  private static final Logger LOG = LoggerFactory.getLogger(DescriptionFolder.class);
  private static final Pattern NAME = Pattern.compile("[^.].{0,80}\\.yaml");
  private static final int MOST_FILES = 500;

  /** More than a description may have, so that a larger file is refused and not left out. */
  private static final int LARGEST_BYTES = 600 * 1024;

  private final Path directory;

  /**
   * @param directory in which they lie; it need not be there yet
   */
  public DescriptionFolder(Path directory) {
    this.directory = directory;
  }

  @Override
  public List<DescriptionFile> get() {
    List<DescriptionFile> read = new ArrayList<>();
    try (Stream<Path> children =
        Files.isDirectory(directory) ? Files.list(directory) : Stream.of()) {
      for (Path path : children.filter(DescriptionFolder::is).sorted().limit(MOST_FILES).toList()) {
        add(path, read);
      }
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("the directory of descriptions cannot be read: {}", e.toString());
    }
    return read;
  }

  private static void add(Path path, List<DescriptionFile> read) {
    try (var stream = Files.newInputStream(path)) {
      byte[] bytes = stream.readNBytes(LARGEST_BYTES);
      read.add(new DescriptionFile(path.getFileName().toString(), bytes));
    } catch (IOException e) {
      LOG.warn("the description {} cannot be read: {}", path.getFileName(), e.toString());
    }
  }

  private static boolean is(Path path) {
    return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
        && NAME.matcher(path.getFileName().toString()).matches();
  }
}
