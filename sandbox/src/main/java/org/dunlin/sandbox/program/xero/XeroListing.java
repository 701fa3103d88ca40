package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Paged;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Kept;

/**
 * A list as Xero gives it: changed since, where, in an order, and by pages; without a page all
 * records come, and none with its lines.
 */
final class XeroListing {
  private static final int USUAL = 100;
  private static final int MOST = 1000;

  private final XeroEnvelope envelope;

  XeroListing(XeroEnvelope envelope) {
    this.envelope = envelope;
  }

  /**
   * The answer.
   *
   * @param made a record as JSON, in full or in brief
   */
  <T extends Kept<T>> Reply of(
      Ask ask, String name, List<T> all, BiFunction<T, Boolean, ObjectNode> made) {
    boolean paged = ask.query("page").isPresent();
    boolean full = paged && !"true".equalsIgnoreCase(ask.query("summaryOnly").orElse("false"));
    Optional<Instant> since = ask.header("If-Modified-Since").map(XeroFormats::since);
    List<T> changed =
        since.isEmpty()
            ? all
            : all.stream().filter(record -> changedSince(record, since.get())).toList();
    Optional<String> where = ask.query("where");
    Optional<String> order = ask.query("order");
    if (where.isEmpty() && order.isEmpty()) {
      return page(ask, name, changed, record -> made.apply(record, full));
    }
    // Only where it is asked what stands in the records is JSON made of all of them.
    XeroWhere wanted = XeroWhere.of(where.orElse(""));
    Stream<ObjectNode> fitting =
        changed.stream().map(record -> made.apply(record, full)).filter(wanted::fits);
    List<ObjectNode> found = XeroOrder.sorted(fitting, order.orElse("")).toList();
    return page(ask, name, found, json -> json);
  }

  private <R> Reply page(Ask ask, String name, List<R> found, Function<R, ObjectNode> made) {
    if (ask.query("page").isEmpty()) {
      return envelope.of(name, Json.array(found, made));
    }
    int page = ask.query("page", 1);
    int size = ask.query("pageSize", USUAL);
    if (page < 1 || size < 1 || size > MOST) {
      throw new Refusal(400, "page and pageSize must be at least 1, pageSize at most 1000");
    }
    List<R> cut = Paged.page(found, (page - 1) * size, size, ask.twist());
    ObjectNode pagination = Json.object();
    pagination.put("page", page);
    pagination.put("pageSize", size);
    pagination.put("pageCount", (found.size() + size - 1) / size);
    pagination.put("itemCount", found.size());
    return envelope.of(name, Json.array(cut, made), pagination);
  }

  /** Xero compares to the second. */
  private static <T extends Kept<T>> boolean changedSince(T record, Instant since) {
    Instant changed = record.stamp().changed().truncatedTo(ChronoUnit.SECONDS);
    return !changed.isBefore(since.truncatedTo(ChronoUnit.SECONDS));
  }
}
