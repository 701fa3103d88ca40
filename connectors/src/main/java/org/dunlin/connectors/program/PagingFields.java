package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How page follows on page, and from where a pull goes on. */
final class PagingFields {
  private PagingFields() {}

  static Paging paging(@Nullable Part part) {
    if (part == null) {
      return new Paging.None();
    }
    int size = part.whole("size", 0);
    return switch (part.text("kind")) {
      case "page" -> new Paging.Page(part.whole("first", 1), size, part.whole("window", 0));
      case "offset" -> new Paging.Offset(part.whole("first", 0), size);
      case "token" -> new Paging.Token(part.selector("next"), part.optionalText("first"), size);
      case "link" -> new Paging.Link(part.selector("next"), size);
      case "link-header" -> new Paging.LinkHeader(size);
      case "last-key" -> new Paging.LastKey(size);
      default -> new Paging.None();
    };
  }

  /** The placeholder without which a request would bring the same page again; null where none. */
  static @Nullable String needed(Paging paging) {
    return switch (paging) {
      case Paging.Page page -> "page.number";
      case Paging.Offset offset -> "page.offset";
      case Paging.Token token -> "page.token";
      case Paging.LastKey key -> "page.token";
      case Paging.None none -> null;
      case Paging.Link link -> null;
      case Paging.LinkHeader link -> null;
    };
  }

  static @Nullable Cursor cursor(@Nullable Part part) {
    if (part == null) {
      return null;
    }
    return new Cursor(
        from(part),
        part.duration("overlap", Duration.ZERO),
        order(part),
        part.optionalText("initial"),
        part.optionalDuration("reach"));
  }

  /** The schema has seen to it that it is one of them. */
  private static Cursor.@Nullable Order order(Part part) {
    String order = part.optionalText("order");
    return order == null ? null : Cursor.Order.valueOf(order.toUpperCase(Locale.ROOT));
  }

  private static Cursor.From from(Part part) {
    long said = Stream.of("value", "reply", "started").filter(part::has).count();
    if (said > 1) {
      part.fault("a cursor is one of value, reply and started, or the version.");
    }
    if (part.has("value")) {
      return new Cursor.From.Value(part.selector("value"));
    }
    if (part.has("reply")) {
      return new Cursor.From.Reply(part.selector("reply"));
    }
    return part.has("started") ? new Cursor.From.Started() : new Cursor.From.Version();
  }
}
