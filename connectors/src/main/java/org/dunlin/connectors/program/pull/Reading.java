package org.dunlin.connectors.program.pull;

import org.dunlin.connectors.program.Paging;
import org.dunlin.connectors.program.RequestTemplate;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Stream;
import org.dunlin.connectors.program.Sweep;
import org.jspecify.annotations.Nullable;

/**
 * How a stream is read for one purpose.
 *
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
    boolean whole) {
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
        true);
  }

  private static Reading swept(Stream stream) {
    Sweep sweep = stream.sweep();
    if (sweep == null) {
      throw new IllegalArgumentException(
          "The stream " + stream.name() + " has no sweep in its manifest.");
    }
    boolean whole = sweep.request().equals(stream.request());
    return new Reading(
        sweep.request(),
        sweep.records(),
        sweep.key(),
        sweep.version(),
        sweep.paging(),
        sweep.more(),
        whole);
  }
}
