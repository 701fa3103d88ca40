package org.dunlin.work.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder of nightly backups; files with other names than it gives are not its business. */
record BackupFolder(Path path) {
  /** What the names of backups begin with. */
  static final String BEGINNING = "dunlin-2";

  private static final Pattern NAME = Pattern.compile("dunlin-(2\\d{7}T\\d{6}Z)\\.zip");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** A backup in it. */
  record Kept(Path file, Instant at) {}

  /** The file for a backup of this moment. */
  Path fileOf(Instant moment) throws IOException {
    Files.createDirectories(path);
    return path.resolve("dunlin-" + MOMENT.format(moment) + ".zip");
  }

  /** Removes the backups that need not be kept. */
  void rotate(NightlySettings settings) throws IOException {
    List<Kept> all = newestFirst();
    Set<Path> kept = new HashSet<>();
    ZoneId zone = settings.zone();
    keepNewest(all, settings.keepDays(), at -> LocalDate.ofInstant(at, zone), kept);
    keepNewest(all, settings.keepWeeks(), at -> week(LocalDate.ofInstant(at, zone)), kept);
    all.stream().findFirst().ifPresent(newest -> kept.add(newest.file()));
    for (Kept backup : all) {
      if (!kept.contains(backup.file())) {
        Files.deleteIfExists(backup.file());
      }
    }
  }

  /** Of the newest so many days or weeks, the newest backup each. */
  private static void keepNewest(
      List<Kept> newestFirst, int most, Function<Instant, Object> period, Set<Path> kept) {
    Set<Object> periods = new HashSet<>();
    for (Kept backup : newestFirst) {
      if (periods.size() < most && periods.add(period.apply(backup.at()))) {
        kept.add(backup.file());
      }
    }
  }

  private static String week(LocalDate date) {
    return date.get(IsoFields.WEEK_BASED_YEAR) + "-" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }

  List<Kept> newestFirst() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files
          .flatMap(file -> kept(file).stream())
          .sorted(Comparator.comparing(Kept::at).reversed())
          .toList();
    }
  }

  private static Optional<Kept> kept(Path file) {
    Matcher name = NAME.matcher(file.getFileName().toString());
    try {
      return name.matches() && Files.isRegularFile(file)
          ? Optional.of(new Kept(file, MOMENT.parse(name.group(1), Instant::from)))
          : Optional.empty();
    } catch (DateTimeParseException noMoment) {
      return Optional.empty();
    }
  }
}
