package org.dunlin.connectors.csv;

import java.util.Set;

/**
 * Which rows count, by what one column says; capitals make no difference.
 *
 * @param column in which it stands
 * @param values that it may have, or may not
 * @param kept whether rows with one of them are kept; else they are passed over
 */
record Filter(ColumnName column, Set<String> values, boolean kept) {
  Filter {
    values = Set.copyOf(values);
  }

  boolean keeps(String cell) {
    return values.contains(ColumnName.normal(cell)) == kept;
  }
}
