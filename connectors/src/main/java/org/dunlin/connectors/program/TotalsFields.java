package org.dunlin.connectors.program;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dunlin.connectors.program.Totals.Included;
import org.jspecify.annotations.Nullable;

/** What a program itself says that its customers owe. */
final class TotalsFields {
  private static final int MOST_PAGES = 10_000;

  private TotalsFields() {}

  static @Nullable Totals totals(@Nullable Part part, Scope everywhere) {
    if (part == null) {
      return null;
    }
    Selector customer = part.selector("customer");
    return new Totals(
        rows(part, customer, everywhere),
        includes(part),
        customer,
        part.optionalSelector("name"),
        part.optionalSelector("currency"),
        part.selector("outstanding"),
        part.optionalSelector("total"));
  }

  private static Stream rows(Part part, Selector customer, Scope everywhere) {
    return new Stream(
        Totals.STREAM,
        Set.of(),
        null,
        RequestFields.request(part.part("request"), everywhere.with("page.*")),
        part.selector("records"),
        Objects.requireNonNullElse(part.optionalSelector("key"), customer),
        null,
        PagingFields.paging(part.optionalPart("paging")),
        part.optionalSelector("more"),
        part.whole("mostPages", MOST_PAGES),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        null);
  }

  private static Set<Included> includes(Part part) {
    Set<Included> includes = EnumSet.noneOf(Included.class);
    part.texts("includes").forEach(word -> Included.of(word).ifPresent(includes::add));
    if (!includes.contains(Included.INVOICES)) {
      part.fault("includes", "a figure of what customers owe includes invoices.");
    }
    return includes;
  }
}
