package org.dunlin.connectors.program.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.program.pull.ChangingListProperties.Way;

/** The ways in which a shop's list can be read. */
final class Ways {
  /** How many invoices a page of a shop has. */
  static final int SIZE = 4;

  private static final Map<String, String> PAGING =
      Map.of(
          "page: \"{page.number}\"", "{kind: page, first: 1, size: 4}",
          "start: \"{page.offset}\"", "{kind: offset, first: 0, size: 4}",
          "after: \"{page.token}\"", "{kind: token, next: .next}",
          "size: \"4\"", "{kind: link, next: .link}");

  private static final Map<String, String> CURSORS =
      Map.of(
          "since: \"{cursor|rfc3339}\"", "{overlap: PT0S}",
          "since: \"{cursor}\"", "{value: .changed, overlap: PT5M}",
          "above: \"{cursor}\"", "{value: .count}",
          "since: \"{cursor|rfc3339-seconds}\"", "{reply: .time}",
          "since: \"{cursor|rfc3339|upper}\"", "{started: true}");

  private Ways() {}

  static List<Way> all() {
    List<Way> all = new ArrayList<>();
    for (Shop.Order order : Shop.Order.values()) {
      PAGING.forEach(
          (page, paging) ->
              CURSORS.forEach(
                  (from, cursor) -> {
                    if (order != Shop.Order.OLDEST_FIRST || !counted(paging)) {
                      all.add(way(order, page, paging, from, cursor));
                    }
                    if (order == Shop.Order.OLDEST_FIRST && ofObjects(cursor)) {
                      String ascending = cursor.replace("}", ", order: ascending}");
                      all.add(way(order, page, paging, from, ascending));
                    }
                  }));
    }
    return all;
  }

  /** Counted pages of a list in the order of change must be called ascending in the manifest. */
  private static boolean counted(String paging) {
    return paging.contains("first");
  }

  private static boolean ofObjects(String cursor) {
    return !cursor.contains("reply") && !cursor.contains("started");
  }

  private static Way way(Shop.Order order, String page, String paging, String from, String cursor) {
    String query = from + ", " + page;
    String stream =
        """
        request: {path: /invoices, query: {%s}}
        paging: %s
        version: .changed
        cursor: %s
        """
            .formatted(query, paging, cursor);
    return new Way(order, paging, cursor, Invoices.program(stream));
  }
}
