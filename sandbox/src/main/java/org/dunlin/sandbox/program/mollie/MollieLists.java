package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Forms;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Paged;
import org.dunlin.sandbox.program.Reply;

/** Lists, the newest first, a page at a time; the next one begins with the id that it names. */
final class MollieLists {
  private static final int USUAL = 50;
  private static final int MOST = 250;

  private final MollieApi api;

  MollieLists(MollieApi api) {
    this.api = api;
  }

  /**
   * A page.
   *
   * @param name under which the records go
   * @param oldestFirst all of them
   */
  <T> Reply page(
      Ask ask,
      String name,
      List<T> oldestFirst,
      Function<T, String> id,
      Function<T, ObjectNode> json) {
    int limit = ask.query("limit", USUAL);
    if (limit < 1 || limit > MOST) {
      throw new MollieFault(400, "Invalid limit: from 1 to " + MOST + ".", "limit");
    }
    List<T> all = new ArrayList<>(oldestFirst);
    if (!ask.query("sort").orElse("desc").equals("asc")) {
      all = all.reversed();
    }
    int from = from(ask, all, id);
    List<T> page = Paged.page(all, from, limit, ask.twist());
    ObjectNode body = Json.object();
    body.put("count", page.size());
    body.putObject("_embedded").set(name, Json.array(page, json));
    ObjectNode links = body.putObject("_links");
    links
        .putObject("self")
        .put("href", api.address(query(ask, ask.query("from").orElse(""), limit)))
        .put("type", "application/hal+json");
    if (from > 0) {
      side(links, "previous", ask, id.apply(all.get(Math.max(0, from - limit))), limit);
    } else {
      links.putNull("previous");
    }
    if (from + limit < all.size()) {
      side(links, "next", ask, id.apply(all.get(from + limit)), limit);
    } else {
      links.putNull("next");
    }
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/pagination");
    return MollieManners.hal(200, body);
  }

  private static <T> int from(Ask ask, List<T> all, Function<T, String> id) {
    String from = ask.query("from").orElse("");
    if (from.isEmpty()) {
      return 0;
    }
    List<T> records = all;
    return IntStream.range(0, records.size())
        .filter(i -> id.apply(records.get(i)).equals(from))
        .findFirst()
        .orElseThrow(() -> new MollieFault(400, "Invalid cursor value", "from"));
  }

  private void side(ObjectNode links, String name, Ask ask, String from, int limit) {
    links
        .putObject(name)
        .put("href", api.address(query(ask, from, limit)))
        .put("type", "application/hal+json");
  }

  private static String query(Ask ask, String from, int limit) {
    Map<String, String> query = new LinkedHashMap<>(ask.query());
    query.remove("from");
    if (!from.isEmpty()) {
      query.put("from", from);
    }
    query.put("limit", Integer.toString(limit));
    return ask.path().substring("/v2".length()) + "?" + Forms.write(query);
  }
}
