package org.dunlin.connectors.program.pull;

import java.time.Instant;
import java.util.Optional;
import org.dunlin.connectors.program.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * The cursor behind a page. It never passes an object that was not seen: not one that a later page
 * brings, and not one that changed behind the reader's back.
 */
final class CursorAfter {
  private CursorAfter() {}

  /**
   * The cursor to keep, or nothing where what is kept stays.
   *
   * @param state with this page in it
   * @param ended whether it was the last one
   */
  static @Nullable String of(Cursor cursor, PullState state, boolean ended) {
    if (!ended && !cursor.ascending()) {
      return null;
    }
    String after =
        switch (cursor.from()) {
          case Cursor.From.Started started ->
              ended ? new Mark.Moment(state.beginning()).text() : null;
          case Cursor.From.Reply reply -> ofReply(state);
          case Cursor.From.Version version -> ofObjects(cursor, state);
          case Cursor.From.Value value -> ofObjects(cursor, state);
        };
    return after == null || !movesOn(state.kept(), after) ? null : after;
  }

  private static @Nullable String ofObjects(Cursor cursor, PullState state) {
    Optional<Mark> seen = mark(state.highest());
    if (cursor.ascending() && seen.isEmpty()) {
      return state.highest();
    }
    return seen.flatMap(
            highest -> cursor.ascending() ? Optional.of(highest) : proved(highest, state))
        .map(highest -> Ahead.bounded(highest, state))
        .map(Mark::text)
        .orElse(null);
  }

  /** A time that the program tells of itself is its own, whatever ours is. */
  private static @Nullable String ofReply(PullState state) {
    return mark(state.highest())
        .filter(told -> Ahead.is(told, state))
        .map(told -> Ahead.bounded(told, state).text())
        .orElse(state.highest());
  }

  /**
   * Pages without an order of time are read one after the other while objects change. One that was
   * read early and changed later is not seen again, while one that changed still later and is read
   * late is: so the cursor may go no further than what was there when the run began, of which the
   * first page and the program's clock are witnesses.
   */
  private static Optional<Mark> proved(Mark highest, PullState state) {
    if (state.pages() == 1) {
      return Optional.of(highest);
    }
    Optional<Mark> known = mark(state.known());
    return switch (highest) {
      case Mark.Count count -> known;
      case Mark.Moment moment -> Optional.of(within(moment, known, state.beginning()));
      case Mark.Day day -> Optional.of(within(day, known, state.beginning()));
    };
  }

  private static Mark within(Mark highest, Optional<Mark> known, Instant beginning) {
    Mark began = highest.notAfter(beginning);
    return known.map(began::max).orElse(began);
  }

  private static boolean movesOn(@Nullable String kept, String after) {
    Optional<Mark> old = mark(kept);
    Optional<Mark> other = mark(after);
    if (old.isPresent() && other.isPresent()) {
      return other.get().compareTo(old.get()) > 0;
    }
    return !after.equals(kept);
  }

  private static Optional<Mark> mark(@Nullable String text) {
    return Optional.ofNullable(text).flatMap(Mark::of);
  }
}
