package org.dunlin.connectors.csv;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row as it stands in the file. */
final class Row {
  private final int line;
  private final List<String> cells;
  private @Nullable List<String> names;

  /**
   * @param line on which it begins, from 1
   */
  Row(int line, List<String> cells) {
    this.line = line;
    this.cells = List.copyOf(cells);
  }

  int line() {
    return line;
  }

  List<String> cells() {
    return cells;
  }

  /** What stands there; nothing beyond the last cell. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(cell -> Cells.text(cell).isEmpty());
  }

  /** The cells as names of columns are compared: many descriptions look at one header. */
  List<String> names() {
    List<String> known = names;
    if (known == null) {
      known = cells.stream().map(ColumnName::normal).toList();
      names = known;
    }
    return known;
  }
}
