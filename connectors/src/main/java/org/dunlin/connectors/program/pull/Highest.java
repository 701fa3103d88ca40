package org.dunlin.connectors.program.pull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.dunlin.connectors.program.Cursor;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Selector;

/** What a page adds to the cursor. */
final class Highest {
  private Highest() {}

  /**
   * The highest mark of a page's objects.
   *
   * @param selector of the mark by which the cursor counts
   * @throws Unread where the manifest promises an order that the page does not have: a cursor that
   *     moves with each page would pass what comes later
   */
  static Optional<Mark> of(PageNodes page, Selector selector, Cursor cursor, Facts facts) {
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
}
