package org.dunlin.routes.road;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;
import org.dunlin.core.road.Road;

/**
 * Lets through files that are whole: two listings, some time apart, with the same size and time, or
 * whose marker lies beside them; and of those that stay where they are, those that were not taken.
 * Names that are not wanted, or under which programs write what is not whole yet, never pass.
 */
final class WholeRemoteFiles<T> implements GenericFileFilter<T> {
  private static final Set<String> UNFINISHED =
      Set.of(".tmp", ".part", ".partial", ".filepart", ".crdownload", ".writing");
  private static final int MOST_WATCHED = 50_000;

  /** An SFTP client takes these for a pattern, and may fetch another file. */
  private static final Pattern PATTERN = Pattern.compile("[*?\\[\\]\\\\]");

  private final Road road;
  private final RoadWatch watch;
  private final Pattern wanted;
  private final String marker;
  private final Map<String, Look> looks = new HashMap<>();

  private record Look(long size, long modified, Instant first) {}

  WholeRemoteFiles(Road road, RoadWatch watch) {
    this.road = road;
    this.watch = watch;
    this.wanted = wanted(road.setting("files").orElse("*"));
    this.marker = road.setting("marker").orElse("");
  }

  private static Pattern wanted(String names) {
    String[] parts = names.split("\\*", -1);
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      all.append(i == 0 ? "" : ".*").append(Pattern.quote(parts[i]));
    }
    return Pattern.compile(all.toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  @Override
  public synchronized boolean accept(GenericFile<T> file) {
    String name = file.getFileNameOnly();
    if (file.isDirectory() || !mayBeTaken(name)) {
      return false;
    }
    return (!marker.isEmpty() || settled(file))
        && !(Servers.keeps(road) && watch.log().wasTaken(road, ServerRoute.mark(file)));
  }

  private boolean mayBeTaken(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && wanted.matcher(name).matches()
        && UNFINISHED.stream().noneMatch(lower::endsWith)
        && (marker.isEmpty() || !name.endsWith(marker))
        && !PATTERN.matcher(name).find();
  }

  private boolean settled(GenericFile<T> file) {
    String path = file.getAbsoluteFilePath();
    Instant now = watch.clock().instant();
    Look earlier = looks.get(path);
    if (earlier == null
        || earlier.size() != file.getFileLength()
        || earlier.modified() != file.getLastModified()) {
      if (looks.size() >= MOST_WATCHED) {
        looks.clear(); // all of them are looked at anew
      }
      looks.put(path, new Look(file.getFileLength(), file.getLastModified(), now));
      return false;
    }
    return !now.isBefore(earlier.first().plus(watch.settle()));
  }
}
