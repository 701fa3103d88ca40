package org.dunlin.connectors.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dunlin.connectors.text.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * Tables as sheets of a workbook. Rows leave as they come; a table that does not find room on one
 * sheet goes on with the next.
 */
final class WorkbookTable implements TableWriter {
  /** A sheet has 1,048,576 rows (ECMA-376, part 1, 18.3.1.73). */
  private static final int MOST_ROWS = 1_000_000;

  private static final int LONGEST_NAME = 31;
  private static final int LONGEST_TEXT = 32_767;
  private static final int FLUSHED = 500;
  private static final int WIDE = 18;

  private final Workbook book;
  private @Nullable Worksheet sheet;
  private String name = "";
  private List<String> columns = List.of();
  private int rows;
  private int part = 1;

  WorkbookTable(OutputStream out) {
    book = new Workbook(out, "Dunlin", "1.0");
  }

  @Override
  public void begin(String named, List<String> headings) throws IOException {
    name = named;
    columns = List.copyOf(headings);
    part = 1;
    next();
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    if (rows > MOST_ROWS) {
      part++;
      next();
    }
    Worksheet to = sheet();
    for (int column = 0; column < cells.size(); column++) {
      put(to, rows, column, cells.get(column));
    }
    rows++;
    if (rows % FLUSHED == 0) {
      to.flush();
    }
  }

  @Override
  public void close() throws IOException {
    finishSheet();
    book.finish();
  }

  private void next() throws IOException {
    finishSheet();
    String numbered = part == 1 ? name : name + " " + part;
    Worksheet next =
        book.newWorksheet(numbered.substring(0, Math.min(LONGEST_NAME, numbered.length())));
    sheet = next;
    next.freezePane(0, 1);
    for (int column = 0; column < columns.size(); column++) {
      next.width(column, WIDE);
      next.inlineString(0, column, SpreadsheetText.plain(columns.get(column)));
      next.style(0, column).bold().set();
    }
    rows = 1;
  }

  private void finishSheet() throws IOException {
    Worksheet last = sheet;
    if (last != null) {
      last.finish();
    }
  }

  private Worksheet sheet() {
    Worksheet begun = sheet;
    if (begun == null) {
      throw new IllegalStateException("no table was begun");
    }
    return begun;
  }

  private static void put(Worksheet sheet, int row, int column, Cell cell) {
    switch (cell) {
      case Cell.Text(String words) -> {
        String plain = SpreadsheetText.plain(words);
        if (!plain.isEmpty()) {
          sheet.inlineString(
              row, column, plain.substring(0, Math.min(LONGEST_TEXT, plain.length())));
        }
      }
      case Cell.Amount(var amount) -> {
        sheet.value(row, column, amount.getAmount());
        String decimals = "0".repeat(amount.getScale());
        sheet.style(row, column).format(decimals.isEmpty() ? "#,##0" : "#,##0." + decimals).set();
      }
      case Cell.Count(var number) -> sheet.value(row, column, number);
      case Cell.Day(var day) -> {
        sheet.value(row, column, day);
        sheet.style(row, column).format("yyyy-mm-dd").set();
      }
    }
  }
}
