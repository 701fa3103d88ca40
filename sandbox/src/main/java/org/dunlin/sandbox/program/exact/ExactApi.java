package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Endpoint;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.books.Books;

/** What holds for every resource: the division is in the path, and JSON is asked for. */
final class ExactApi {
  private static final String BASE = "/api/v1/";

  private final Routes routes;
  private final ExactCompany company;
  private final Books books;
  private final Map<String, Integer> pageSizes = new ConcurrentHashMap<>();
  private volatile URI address = URI.create("https://start.exactonline.nl");

  ExactApi(Routes routes, ExactCompany company, Books books) {
    this.routes = routes;
    this.books = books;
    this.company = company;
  }

  void servedAt(URI where) {
    address = where;
  }

  /** The address of the division. */
  String base() {
    return address + BASE + company.division();
  }

  URI address() {
    return address;
  }

  /** Lets lists of a resource come in smaller pages than the vendor's. */
  void pageSize(String path, int size) {
    pageSizes.put(path, size);
  }

  /** Rows that follow from the books, as a list and one by one. */
  void rows(EntitySet set) {
    RowCache cache = new RowCache(books, set.rows());
    free(new EntitySet(set.path(), set.type(), set.key(), set.pageSize(), cache));
  }

  /** Rows that do not follow from the books. */
  void free(EntitySet set) {
    on("GET", set.path(), ask -> list(set, ask));
    on(
        "GET",
        set.path() + "({key})",
        ask -> ODataEntity.reply(200, set, find(set, key(ask)), base()));
  }

  private Reply list(EntitySet set, Ask ask) {
    int size = pageSizes.getOrDefault(set.path(), set.pageSize());
    return new ODataList(set, size).answer(ask, base());
  }

  void on(String method, String path, Endpoint endpoint) {
    routes.on(method, BASE + "{division}/" + path, ask -> checked(ask, endpoint));
  }

  void current(String path, Endpoint endpoint) {
    routes.on("GET", BASE + "current/" + path, endpoint);
  }

  private Reply checked(Ask ask, Endpoint endpoint) {
    if (!ask.variable("division").equals(Integer.toString(company.division()))) {
      throw new Refusal(403, "Forbidden - you have no access to this division.");
    }
    return endpoint.answer(ask);
  }

  /** The key of {@code (guid'…')}. */
  static String key(Ask ask) {
    return ask.variable("key").replaceFirst("^guid'(.*)'$", "$1").toLowerCase(Locale.ROOT);
  }

  static ObjectNode find(EntitySet set, String key) {
    Optional<ObjectNode> found =
        set.rows().get().stream()
            .filter(row -> row.path(set.key()).asText().equals(key))
            .findFirst();
    return found.orElseThrow(() -> Refusal.notFound("Resource not found for the segment."));
  }

  /** A sync set of rows: in the order of their timestamps. */
  static List<ObjectNode> byTimestamp(List<ObjectNode> rows) {
    List<ObjectNode> sorted = new ArrayList<>(rows);
    sorted.sort(
        (one, other) ->
            Long.compare(
                Long.parseLong(one.path("Timestamp").asText()),
                Long.parseLong(other.path("Timestamp").asText())));
    return sorted;
  }
}
