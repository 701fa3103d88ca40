package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.List;

/** A table in plain text: three columns of words, then amounts, which end under each other. */
final class PlainTable {
  private static final int FIRST_AMOUNT = 3;

  private sealed interface Row {
    record Cells(List<String> cells) implements Row {}

    record Note(String text) implements Row {}
  }

  private final List<String> headings;
  private final List<Row> rows = new ArrayList<>();

  PlainTable(List<String> headings) {
    this.headings = headings;
  }

  void row(List<String> cells) {
    rows.add(new Row.Cells(cells));
  }

  /** A line below the last row. */
  void note(String text) {
    rows.add(new Row.Note(text));
  }

  @Override
  public String toString() {
    int[] widths = widths();
    List<String> table = new ArrayList<>();
    table.add(aligned(headings, widths));
    table.add(aligned(rules(widths), widths));
    for (Row row : rows) {
      table.add(
          switch (row) {
            case Row.Cells cells -> aligned(cells.cells(), widths);
            case Row.Note note -> "    " + note.text();
          });
    }
    return String.join("\n", table);
  }

  private int[] widths() {
    int[] widths = headings.stream().mapToInt(String::length).toArray();
    for (Row row : rows) {
      if (row instanceof Row.Cells cells) {
        for (int column = 0; column < widths.length; column++) {
          widths[column] = Math.max(widths[column], cells.cells().get(column).length());
        }
      }
    }
    return widths;
  }

  private static List<String> rules(int[] widths) {
    List<String> rules = new ArrayList<>();
    for (int width : widths) {
      rules.add("-".repeat(width));
    }
    return rules;
  }

  private static String aligned(List<String> cells, int[] widths) {
    StringBuilder row = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      String padding = " ".repeat(widths[column] - cell.length());
      row.append(column == 0 ? "" : "  ");
      row.append(column >= FIRST_AMOUNT ? padding + cell : cell + padding);
    }
    return row.toString().stripTrailing();
  }
}
