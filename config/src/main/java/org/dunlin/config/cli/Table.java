package org.dunlin.config.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of words in columns, each as wide as its longest word. */
final class Table {
  private static final String BETWEEN = "  ";

  private final List<String[]> rows = new ArrayList<>();

  /** A table with this heading. */
  Table(String... heading) {
    rows.add(heading);
  }

  /** Adds a row with as many words as the heading has. */
  void add(String... words) {
    rows.add(words);
  }

  /** The heading and the rows; the last column is as long as it is. */
  List<String> lines() {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].length());
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(String[] row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.length; i++) {
      boolean last = i == row.length - 1;
      line.append(row[i]);
      if (!last) {
        line.append(" ".repeat(widths[i] - row[i].length())).append(BETWEEN);
      }
    }
    return line.toString().stripTrailing();
  }
}
