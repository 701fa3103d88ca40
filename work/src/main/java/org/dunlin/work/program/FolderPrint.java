package org.dunlin.work.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What shows whether a folder has changed without reading it: names, sizes and times of its files.
 *
 * @param files empty where they cannot be looked at
 * @param settled whether the youngest file was there for a while; one that changes at this moment
 *     may change again without another time
 */
record FolderPrint(Set<String> files, boolean settled) {
  private static final Duration WHILE = Duration.ofSeconds(2);

  FolderPrint {
    files = Set.copyOf(files);
  }

  /** Which files are looked at. */
  interface Listing {
    List<Path> of(Path folder) throws IOException;
  }

  static FolderPrint of(Path folder, Listing listing) {
    Instant settledBy = Instant.now().minus(WHILE);
    Set<String> files = new TreeSet<>();
    boolean settled = true;
    try {
      for (Path file : listing.of(folder)) {
        BasicFileAttributes now =
            Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        files.add(file + " " + now.size() + " " + now.lastModifiedTime() + " " + now.fileKey());
        settled = settled && now.lastModifiedTime().toInstant().isBefore(settledBy);
      }
    } catch (IOException | UncheckedIOException e) {
      return new FolderPrint(Set.of(), false);
    }
    return new FolderPrint(files, settled);
  }

  /** Whether a folder that was read when this one was taken has not changed since. */
  boolean isThatOf(FolderPrint read) {
    return read.settled && files.equals(read.files);
  }
}
