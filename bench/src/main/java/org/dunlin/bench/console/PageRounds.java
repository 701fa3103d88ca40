package org.dunlin.bench.console;

import java.io.PrintWriter;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.dunlin.bench.Rounds;
import org.dunlin.bench.Rounds.Measurement;

/** Opens pages round by round, and says how far it is and what is known. */
final class PageRounds {
  private static final int WARM_ROUNDS = 5;

  /** A page that takes longer is opened in the first rounds alone: else nothing came to its end. */
  private static final double LONG_MILLIS = 1000;

  private static final int ROUNDS_OF_LONG = 5;

  /** After so many rounds there is a word, and after the first. */
  private static final int EVERY = 10;

  private final List<String> paths;
  private final List<Measurement> measurements;
  private final Rounds rounds;
  private final PrintWriter words;
  private boolean told;

  /**
   * None are taken yet.
   *
   * @param paths the first is the baseline
   */
  PageRounds(List<String> paths, List<Measurement> measurements, PrintWriter words) {
    this.paths = paths;
    this.measurements = measurements;
    this.words = words;
    rounds = new Rounds(measurements);
  }

  /** Takes so many. */
  Rounds take(int times) throws Exception {
    say("Opening each of %d pages some times before it counts …", paths.size());
    BitSet longer = warm();
    say("Opening them again and again, %d times …", times);
    long begin = System.nanoTime();
    for (int round = 1; round <= times; round++) {
      boolean all = round <= ROUNDS_OF_LONG;
      rounds.take(which -> all || !longer.get(which));
      if (round == 1 || round % EVERY == 0) {
        progress(round, times, (System.nanoTime() - begin) / 1e9);
      }
    }
    return rounds;
  }

  /** Which pages take long, once each was opened some times. */
  private BitSet warm() throws Exception {
    Rounds warm = new Rounds(measurements);
    BitSet longer = new BitSet();
    for (int round = 0; round < WARM_ROUNDS; round++) {
      warm.take(which -> !longer.get(which));
      IntStream.range(0, paths.size())
          .filter(which -> warm.percentile(which, 0) > LONG_MILLIS)
          .forEach(longer::set);
    }
    longer.stream()
        .forEach(
            which ->
                say(
                    "%s takes %.1f s and is opened %d times only.",
                    ConsolePages.name(paths.get(which)),
                    warm.percentile(which, 0) / LONG_MILLIS,
                    ROUNDS_OF_LONG));
    return longer;
  }

  private void progress(int round, int times, double seconds) {
    int slowest = slowest().orElseThrow();
    say(
        "%d of %d rounds in %.0f s; the slowest page is %s with %.0f ms",
        round, times, seconds, ConsolePages.name(paths.get(slowest)), rounds.median(slowest));
  }

  /** The page of the largest median; empty where none is known. */
  Optional<Integer> slowest() {
    return IntStream.range(1, paths.size())
        .filter(page -> rounds.times(page) > 0)
        .boxed()
        .max(Comparator.comparingDouble(rounds::median));
  }

  /** Says what is known of each page, once. */
  synchronized void tell() {
    if (told || rounds.times(0) == 0) {
      return;
    }
    told = true;
    say("%-46s %8s %9s %6s", "page", "p50 ms", "p99 ms", "times");
    for (int page = 0; page < paths.size(); page++) {
      if (rounds.times(page) > 0) {
        say(
            "%-46s %8.1f %9.1f %6d",
            ConsolePages.name(paths.get(page)),
            rounds.median(page),
            rounds.percentile(page, 99),
            rounds.times(page));
      }
    }
  }

  private void say(String sentence, Object... values) {
    words.println(String.format(Locale.ROOT, sentence, values));
    words.flush();
  }
}
