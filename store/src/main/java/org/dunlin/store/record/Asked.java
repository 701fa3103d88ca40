package org.dunlin.store.record;

import java.time.Instant;
import java.util.Map;
import org.dunlin.store.page.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asks of a list.
 *
 * @param filters the values of the list's own filters, each of the type that its kind says
 * @param updatedSince only what was written then or later, in the order of writing; absent: all, in
 *     the order of making
 * @param after where the page before ended; absent for the first
 * @param most the length of the page
 */
public record Asked(
    String companyId,
    Map<Filter, Object> filters,
    @Nullable Instant updatedSince,
    @Nullable Cursor after,
    int most) {
  public Asked {
    filters = Map.copyOf(filters);
  }
}
