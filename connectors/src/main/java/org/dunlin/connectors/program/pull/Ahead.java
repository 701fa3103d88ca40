package org.dunlin.connectors.program.pull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Selector;
import org.jspecify.annotations.Nullable;

/**
 * Versions that lie ahead of now: the slip of a record, or of a clock. A cursor that followed one
 * would pass over all that changes until then, so it stays at now, and people are told.
 */
final class Ahead {
  private static final Duration DAY = Duration.ofDays(1);

  /** Clocks differ by minutes; of more than this people are told. */
  private static final Duration CLOCKS = Duration.ofHours(1);

  /** What comes without its zone may be of the one that is farthest ahead. */
  private static final Duration ZONES = Duration.ofHours(14);

  private Ahead() {}

  /** The mark, or now where it lies ahead of that; of what may be of any zone, a day before. */
  static Mark bounded(Mark highest, PullState state) {
    if (highest instanceof Mark.Moment moment && moment.zoned()) {
      return moment.notAfter(state.now());
    }
    return is(highest, state) ? highest.notAfter(state.now().minus(DAY)) : highest;
  }

  /** Whether it lies ahead, and neither clocks nor zones are the reason; a number never does. */
  static boolean is(Mark mark, PullState state) {
    boolean zoned = mark instanceof Mark.Moment moment && moment.zoned();
    Instant latest = state.now().plus(zoned ? CLOCKS : ZONES);
    return !mark.notAfter(latest).equals(mark);
  }

  /**
   * What people are told; nothing where nothing lies ahead.
   *
   * @param read the state behind the page
   * @param ended whether it is the last one: then it speaks of all pages
   */
  static @Nullable String of(
      PullState read,
      PageNodes page,
      List<Seen> seen,
      @Nullable Selector mark,
      Facts facts,
      boolean ended) {
    for (int i = 0; i < seen.size() && mark != null; i++) {
      Optional<Mark> found = ObjectsSeen.mark(page.objects().get(i), mark, facts);
      if (found.isPresent() && is(found.get(), read)) {
        return told(
            "The program says that " + seen.get(i).key() + " of " + read.stream(), found.get());
      }
    }
    return Optional.ofNullable(ended ? read.highest() : null)
        .flatMap(Mark::of)
        .filter(highest -> is(highest, read))
        .map(highest -> told("The program says that one of " + read.stream(), highest))
        .orElse(null);
  }

  private static String told(String what, Mark mark) {
    return what
        + " changed at "
        + mark.text()
        + ", which is yet to come. The pull goes on from now, so that nothing is passed over;"
        + " correct that record, or the clock of the program.";
  }
}
