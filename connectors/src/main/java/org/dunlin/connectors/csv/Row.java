package org.dunlin.connectors.csv;

import java.util.List;

/**
 * One row as it stands in the file.
 *
 * @param line on which it begins, from 1
 */
record Row(int line, List<String> cells) {
  Row {
    cells = List.copyOf(cells);
  }

  /** What stands there; nothing beyond the last cell. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  boolean isBlank() {
    return cells.stream().allMatch(cell -> Cells.text(cell).isEmpty());
  }
}
