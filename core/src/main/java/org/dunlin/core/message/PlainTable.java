package org.dunlin.core.message;

import java.util.ArrayList;
import java.util.List;

/** The invoices as a table in plain text: aligned columns, the reference below its invoice. */
final class PlainTable {
  private static final List<String> HEADINGS = List.of("Invoice", "Issued", "Due", "Total", "Open");
  private static final int FIRST_AMOUNT = 3;

  private PlainTable() {}

  static String of(List<ReminderLine> lines) {
    List<List<String>> rows = lines.stream().map(PlainTable::cells).toList();
    int[] widths = widths(rows);
    List<String> table = new ArrayList<>();
    table.add(row(HEADINGS, widths));
    table.add(row(rules(widths), widths));
    for (int i = 0; i < lines.size(); i++) {
      table.add(row(rows.get(i), widths));
      table.add("    Reference: " + OneLine.of(lines.get(i).reference()));
    }
    return String.join("\n", table);
  }

  private static List<String> cells(ReminderLine line) {
    return List.of(
        OneLine.of(line.number()),
        English.date(line.issueDate()),
        English.date(line.dueDate()),
        English.amount(line.total()),
        English.amount(line.open()));
  }

  private static int[] widths(List<List<String>> rows) {
    int[] widths = HEADINGS.stream().mapToInt(String::length).toArray();
    for (List<String> row : rows) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = Math.max(widths[column], row.get(column).length());
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

  private static String row(List<String> cells, int[] widths) {
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
