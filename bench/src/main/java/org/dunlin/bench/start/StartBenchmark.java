package org.dunlin.bench.start;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.bench.Rounds;
import org.dunlin.config.Main;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.springframework.util.FileSystemUtils;

/** {@code dunlin bench start}: from the birth of the process to its word that it is ready. */
public final class StartBenchmark implements Benchmark {
  private static final int ROUNDS = 5;
  private static final int FIRST_WITH_CACHE = 25;
  private static final String TARGET = "at most 1.4";

  private static final String SETTINGS =
      """
      dunlin:
        companies:
          - id: acme
            name: Acme B.V.
            country: NL
            time-zone: Europe/Amsterdam
            currency: EUR
            ibans: [NL44RABO0123456789]
            reply-to: books@example.com
            folders:
              books: books
      """;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String sentence() {
    return "Starts the hub until it is ready, beside an empty Boot + Camel + embedded PostgreSQL.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    Path folder = Files.createTempDirectory("dunlin-bench-start");
    try {
      return measure(hub(folder), skeleton(folder), words);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Program hub(Path folder) throws IOException, URISyntaxException {
    Path own = Files.createDirectories(folder.resolve("hub"));
    Files.createDirectories(own.resolve("books"));
    Files.writeString(own.resolve("dunlin.yaml"), SETTINGS);
    return new Program(ClassPaths.hub(), Main.class.getName(), List.of("run"), own, "The hub runs");
  }

  private static Program skeleton(Path folder) throws IOException, URISyntaxException {
    Path own = Files.createDirectories(folder.resolve("skeleton"));
    return new Program(
        ClassPaths.skeleton(), Skeleton.class.getName(), List.of(), own, Skeleton.READY);
  }

  private Figure measure(Program hub, Program skeleton, PrintWriter words) throws Exception {
    say(words, "Starting hub and skeleton for the first time …");
    Comparison first =
        new Comparison(
            hub.millisecondsPlain(),
            skeleton.millisecondsPlain(),
            "the skeleton's first start, which unpacks PostgreSQL and makes its files, too",
            TARGET);
    Map<String, Comparison> also = new LinkedHashMap<>();
    boolean cached = Runtime.version().feature() >= FIRST_WITH_CACHE;
    if (cached) {
      say(words, "Making a start-up cache for each …");
      hub.train();
      skeleton.train();
    }
    say(words, "Starting each again and again …");
    Comparison main;
    if (cached) {
      Rounds rounds =
          Rounds.of(
              ROUNDS,
              List.of(
                  () -> told(words, "hub", hub.millisecondsTrained()),
                  () -> told(words, "skeleton", skeleton.millisecondsTrained()),
                  () -> told(words, "hub, no cache", hub.millisecondsPlain()),
                  () -> told(words, "skeleton, no cache", skeleton.millisecondsPlain())));
      main = again(rounds, 0, 1, "the skeleton with a start-up cache of its own");
      also.put("without cache", again(rounds, 2, 3, "the skeleton without one"));
      also.put("cache for the hub alone", again(rounds, 0, 3, "the skeleton without one"));
    } else {
      Rounds rounds =
          Rounds.of(
              ROUNDS,
              List.of(
                  () -> told(words, "hub", hub.millisecondsPlain()),
                  () -> told(words, "skeleton", skeleton.millisecondsPlain())));
      main = again(rounds, 0, 1, "the skeleton, both without start-up cache");
    }
    also.put("first start, once", first);
    return new Figure(
        name(),
        "ms",
        main,
        also,
        ROUNDS,
        "a hub with one company, started on data that are there; 512 MB of heap for either");
  }

  private static Comparison again(Rounds rounds, int value, int baseline, String what) {
    return new Comparison(rounds.median(value), rounds.median(baseline), what, TARGET);
  }

  private static double told(PrintWriter words, String what, double milliseconds) {
    say(words, String.format(Locale.ROOT, "%-20s %7.0f ms", what, milliseconds));
    return milliseconds;
  }

  private static void say(PrintWriter words, String sentence) {
    words.println(sentence);
    words.flush();
  }
}
