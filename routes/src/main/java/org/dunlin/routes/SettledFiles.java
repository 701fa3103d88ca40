package org.dunlin.routes;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets through files that nobody writes to any more: two listings, some time apart, with the same
 * size and time. Links, and names under which programs write what is not whole yet, never pass.
 */
final class SettledFiles implements GenericFileFilter<File> {
  private static final Set<String> UNFINISHED = Set.of(".tmp", ".part", ".filepart", ".crdownload");
  private static final int MOST_WATCHED = 50_000;

  private final Clock clock;
  private final Duration settle;
  private final Map<Path, Look> looks = new HashMap<>();

  private record Look(long size, FileTime modified, Instant first) {
    boolean same(BasicFileAttributes now) {
      return size == now.size() && modified.equals(now.lastModifiedTime());
    }
  }

  SettledFiles(Clock clock, Duration settle) {
    this.clock = clock;
    this.settle = settle;
  }

  @Override
  public synchronized boolean accept(GenericFile<File> file) {
    Path path = file.getFile().toPath();
    String name = file.getFileNameOnly().toLowerCase(Locale.ROOT);
    BasicFileAttributes now = attributes(path);
    if (now == null || !now.isRegularFile() || UNFINISHED.stream().anyMatch(name::endsWith)) {
      return false;
    }
    Look earlier = looks.get(path);
    if (earlier == null || !earlier.same(now)) {
      watch(path, now);
      return false;
    }
    boolean settled = !clock.instant().isBefore(earlier.first().plus(settle));
    if (settled) {
      looks.remove(path);
    }
    return settled;
  }

  private void watch(Path path, BasicFileAttributes now) {
    if (looks.size() >= MOST_WATCHED && !looks.containsKey(path)) {
      looks.keySet().removeIf(Files::notExists);
      return; // it is looked at once others are taken
    }
    looks.put(path, new Look(now.size(), now.lastModifiedTime(), clock.instant()));
  }

  private static @Nullable BasicFileAttributes attributes(Path path) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }
}
