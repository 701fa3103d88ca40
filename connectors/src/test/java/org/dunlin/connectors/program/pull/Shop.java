package org.dunlin.connectors.program.pull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.connectors.program.Replies;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/**
 * A program with invoices that people change while they are read: each change gives an invoice the
 * next second of the shop's own clock, which goes its own way, and the next whole number.
 */
final class Shop {
  /** An invoice as it is now. */
  record Invoice(String id, Instant changed, long count) {}

  /** In which order lists come. */
  enum Order {
    BY_ID,
    OLDEST_FIRST,
    NEWEST_FIRST;

    Comparator<Invoice> comparator() {
      return switch (this) {
        case BY_ID -> Comparator.comparing(Invoice::id);
        case OLDEST_FIRST -> Comparator.comparingLong(Invoice::count);
        case NEWEST_FIRST -> Comparator.comparingLong(Invoice::count).reversed();
      };
    }
  }

  private final Map<String, Invoice> invoices = new TreeMap<>();
  private final Random random;
  private final Order order;
  private final int size;
  private Instant clock;
  private long count = 1;

  Shop(Random random, Order order, int size, Instant clock) {
    this.random = random;
    this.order = order;
    this.size = size;
    this.clock = clock;
  }

  /** Somebody works: some invoices change and some are new. */
  void work(int most) {
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      boolean isNew = invoices.isEmpty() || random.nextInt(3) == 0;
      String id =
          isNew
              ? String.format("i-%05d", invoices.size())
              : List.copyOf(invoices.keySet()).get(random.nextInt(invoices.size()));
      clock = clock.plusSeconds(1 + random.nextInt(600));
      invoices.put(id, new Invoice(id, clock, count++));
    }
  }

  List<Invoice> invoices() {
    return List.copyOf(invoices.values());
  }

  Instant clock() {
    return clock;
  }

  /** Answers {@code since}, {@code above}, and {@code page}, {@code start} or {@code after}. */
  HttpReply answer(HttpCall call) {
    Map<String, String> query = query(call);
    Comparator<Invoice> comparator = order.comparator();
    List<Invoice> listed =
        invoices.values().stream()
            .filter(each -> !each.changed().isBefore(Instant.parse(since(query))))
            .filter(each -> each.count() >= Long.parseLong(query.getOrDefault("above", "0")))
            .sorted(comparator)
            .collect(Collectors.toCollection(ArrayList::new));
    if (query.containsKey("after")) {
      String[] place = query.get("after").split("~", 2);
      Invoice last = new Invoice(place[0], Instant.EPOCH, Long.parseLong(place[1]));
      listed.removeIf(each -> comparator.compare(each, last) <= 0);
    }
    int from = from(query);
    List<Invoice> page = listed.stream().skip(from).limit(size).toList();
    boolean more = listed.size() > from + page.size();
    return reply(call, page, more);
  }

  private int from(Map<String, String> query) {
    if (query.containsKey("page")) {
      return (Integer.parseInt(query.get("page")) - 1) * size;
    }
    return Integer.parseInt(query.getOrDefault("start", "0"));
  }

  private HttpReply reply(HttpCall call, List<Invoice> page, boolean more) {
    String objects =
        page.stream()
            .map(
                each ->
                    "{\"id\":\"%s\",\"changed\":\"%s\",\"count\":%d}"
                        .formatted(each.id(), each.changed(), each.count()))
            .collect(Collectors.joining(","));
    String next = "null";
    String link = "null";
    if (more) {
      Invoice last = page.get(page.size() - 1);
      String token = last.id() + "~" + last.count();
      String address = call.address().toString().replaceAll("[?&]after=[^&]*", "");
      next = "\"" + token + "\"";
      link = "\"" + address + (address.contains("?") ? "&" : "?") + "after=" + token + "\"";
    }
    String body =
        "{\"invoices\":[%s],\"next\":%s,\"link\":%s,\"time\":\"%s\"}"
            .formatted(objects, next, link, clock);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.atOffset(ZoneOffset.UTC));
    return Replies.reply(200, body, "Date", date);
  }

  private static String since(Map<String, String> query) {
    return query.getOrDefault("since", "1970-01-01T00:00:00Z");
  }

  private static Map<String, String> query(HttpCall call) {
    String query = call.address().getQuery();
    return query == null
        ? Map.of()
        : Arrays.stream(query.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }
}
