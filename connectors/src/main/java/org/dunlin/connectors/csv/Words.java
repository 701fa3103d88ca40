package org.dunlin.connectors.csv;

import java.util.Map;
import java.util.Optional;

/**
 * What the words of a column mean; capitals make no difference.
 *
 * @param <T> what they mean
 */
record Words<T>(Map<String, T> meanings) {
  Words {
    meanings = Map.copyOf(meanings);
  }

  /** Whether nothing was said of any word. */
  boolean none() {
    return meanings.isEmpty();
  }

  Optional<T> of(String cell) {
    return Optional.ofNullable(meanings.get(ColumnName.normal(cell)));
  }
}
