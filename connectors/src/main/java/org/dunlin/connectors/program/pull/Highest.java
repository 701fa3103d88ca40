package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Stream;
import org.jspecify.annotations.Nullable;

/** What a page adds to the cursor. */
final class Highest {
  private Highest() {}

  /**
   * The highest mark of a page's objects by which the stream's cursor counts.
   *
   * @throws Unread where the manifest promises an order that the page does not have: a cursor that
   *     moves with each page would pass what comes later
   */
  static Optional<Mark> of(PageNodes page, Stream stream, Cursor cursor, Facts facts) {
    Selector selector = selector(stream, cursor);
    if (selector == null) {
      return Optional.empty();
    }
    Mark highest = null;
    for (JsonNode object : page.objects()) {
      Mark mark = ObjectsSeen.mark(object, selector, facts).orElse(null);
      if (mark != null && highest != null && cursor.ascending() && mark.compareTo(highest) < 0) {
        throw new Unread(
            "The objects of the page are not in ascending order of "
                + selector
                + ", as the manifest says they are.");
      }
      highest = mark == null ? highest : highest == null ? mark : highest.max(mark);
    }
    return Optional.ofNullable(highest);
  }

  /** Whether the objects of a page say how far the cursor may move. */
  static boolean ofObjects(Cursor cursor) {
    return switch (cursor.from()) {
      case Cursor.From.Version version -> true;
      case Cursor.From.Value value -> true;
      case Cursor.From.Reply reply -> false;
      case Cursor.From.Started started -> false;
    };
  }

  private static @Nullable Selector selector(Stream stream, Cursor cursor) {
    return switch (cursor.from()) {
      case Cursor.From.Version version -> stream.version();
      case Cursor.From.Value value -> value.value();
      case Cursor.From.Reply reply -> null;
      case Cursor.From.Started started -> null;
    };
  }
}
