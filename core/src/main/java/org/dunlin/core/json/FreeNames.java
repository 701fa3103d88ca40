package org.dunlin.core.json;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Fields whose names begin with {@code x-}: what the canonical form has no words for. Such names
 * are free, so a value that another writer meant otherwise is ignored.
 */
final class FreeNames {
  private FreeNames() {}

  /** The value; null where it is absent or meant otherwise. */
  static <T> @Nullable T readable(Supplier<@Nullable T> value) {
    try {
      return value.get();
    } catch (Refused refused) {
      return null;
    }
  }

  /** Whether it is said; not where it is absent or meant otherwise. */
  static boolean truth(Fields fields, String name) {
    return Boolean.TRUE.equals(readable(() -> fields.optionalTruth(name)));
  }

  /** The list; an empty one where it is absent or meant otherwise. */
  static <T> List<T> objects(Fields fields, String name, Function<Fields, T> reader) {
    List<T> objects = readable(() -> fields.objects(name, reader));
    return objects == null ? List.of() : objects;
  }
}
