package org.dunlin.store.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a long list.
 *
 * @param next where the next page begins; absent on the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * Of a list that was asked for one item more than a page has, which tells whether there is more.
   *
   * @param cursor the place of an item: what follows it begins the next page
   */
  public static <T> Page<T> of(List<T> oneMore, int most, Function<T, Cursor> cursor) {
    return oneMore.size() <= most
        ? new Page<>(oneMore, null)
        : new Page<>(oneMore.subList(0, most), cursor.apply(oneMore.get(most - 1)));
  }

  /** The same places, other items. */
  public <S> Page<S> map(Function<? super T, ? extends S> shown) {
    return new Page<S>(items.stream().<S>map(shown).toList(), next);
  }
}
