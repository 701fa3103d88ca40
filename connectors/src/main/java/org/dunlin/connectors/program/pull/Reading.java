package org.dunlin.connectors.program.pull;

import java.time.Duration;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Paging;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Sweep;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is read for one purpose.
 *
 * @param cursor from where requests ask; absent where each asks for all
 * @param mark of an object, by which the cursor counts; absent where it counts by something else
 * @param more whether another page follows, where the reply says so
 * @param whole whether its objects are those of the stream, and not leaner ones of a sweep
 */
record Reading(
    RequestTemplate request,
    Selector records,
    Selector key,
    @Nullable Selector version,
    Paging paging,
    @Nullable Selector more,
    @Nullable Cursor cursor,
    @Nullable Selector mark,
    boolean whole) {
  private static final Cursor FROM_WHERE_IT_IS =
      new Cursor(new Cursor.From.Version(), Duration.ZERO, Cursor.Order.ASCENDING, null, null);

  static Reading of(Stream stream, Purpose purpose) {
    return switch (purpose) {
      case POLL -> polled(stream);
      case SWEEP -> swept(stream);
    };
  }

  private static Reading polled(Stream stream) {
    RequestTemplate request = stream.request();
    if (request == null) {
      throw new IllegalArgumentException(
          "The objects of the stream " + stream.name() + " are only ever fetched one by one.");
    }
    return new Reading(
        request,
        stream.records(),
        stream.key(),
        stream.version(),
        stream.paging(),
        stream.more(),
        stream.cursor(),
        mark(stream),
        true);
  }

  private static Reading swept(Stream stream) {
    Sweep sweep = stream.sweep();
    if (sweep == null) {
      throw new IllegalArgumentException(
          "The stream " + stream.name() + " has no sweep in its manifest.");
    }
    if (sweep.request().equals(stream.request())) {
      return polled(stream);
    }
    // Of a list of which only the beginning is given, a sweep goes on from where it has come to.
    boolean seeks = sweep.paging() instanceof Paging.Page page && page.window() > 0;
    return new Reading(
        sweep.request(),
        sweep.records(),
        sweep.key(),
        sweep.version(),
        sweep.paging(),
        sweep.more(),
        seeks ? FROM_WHERE_IT_IS : null,
        seeks ? sweep.version() : null,
        false);
  }

  private static @Nullable Selector mark(Stream stream) {
    Cursor cursor = stream.cursor();
    if (cursor == null) {
      return null;
    }
    return switch (cursor.from()) {
      case Cursor.From.Version version -> stream.version();
      case Cursor.From.Value value -> value.value();
      case Cursor.From.Reply reply -> null;
      case Cursor.From.Started started -> null;
    };
  }
}
