package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
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
        all.stream()
            .filter(record -> since.isEmpty() || changedSince(record, since.get()))
            .toList();
    List<Supplier<ObjectNode>> found = found(ask, changed, record -> made.apply(record, full));
    if (!paged) {
      return envelope.of(name, Json.array(found, Supplier::get));
    }
    int page = ask.query("page", 1);
    int size = ask.query("pageSize", USUAL);
    if (page < 1 || size < 1 || size > MOST) {
      throw new Refusal(400, "page and pageSize must be at least 1, pageSize at most 1000");
    }
    List<Supplier<ObjectNode>> cut = Paged.page(found, (page - 1) * size, size, ask.twist());
    ObjectNode pagination = Json.object();
    pagination.put("page", page);
    pagination.put("pageSize", size);
    pagination.put("pageCount", (found.size() + size - 1) / size);
    pagination.put("itemCount", found.size());
    return envelope.of(name, Json.array(cut, Supplier::get), pagination);
  }

  /** JSON is made of all records only where it is asked what stands in it. */
  private static <T> List<Supplier<ObjectNode>> found(
      Ask ask, List<T> records, Function<T, ObjectNode> made) {
    Optional<String> where = ask.query("where");
    Optional<String> order = ask.query("order");
    if (where.isEmpty() && order.isEmpty()) {
      return records.stream().map(record -> later(() -> made.apply(record))).toList();
    }
    XeroWhere wanted = XeroWhere.of(where.orElse(""));
    Stream<ObjectNode> fitting = records.stream().map(made).filter(wanted::fits);
    return XeroOrder.sorted(fitting, order.orElse("")).map(json -> later(() -> json)).toList();
  }

  private static Supplier<ObjectNode> later(Supplier<ObjectNode> made) {
    return made;
  }

  /** Xero compares to the second. */
  private static <T extends Kept<T>> boolean changedSince(T record, Instant since) {
    Instant changed = record.stamp().changed().truncatedTo(ChronoUnit.SECONDS);
    return !changed.isBefore(since.truncatedTo(ChronoUnit.SECONDS));
  }
}
