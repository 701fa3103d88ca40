package org.dunlin.connectors.letter;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.dunlin.core.message.Letter;

/** Draws a table; on a new sheet its line of names stands again. */
final class LetterTable {
  private static final float SIZE = 9;
  private static final float LINE = 4.3f;
  private static final float FIRST = 50;
  private static final float DATE = 21;
  private static final float AMOUNT = 32;

  private final Letter.Table table;
  private final Sheets sheets;
  private final float left;
  private final float wide;

  LetterTable(Letter.Table table, Sheets sheets, float left, float wide) {
    this.table = table;
    this.sheets = sheets;
    this.left = left;
    this.wide = wide;
  }

  void draw() throws IOException {
    sheets.room(3 * LINE);
    names();
    for (List<String> row : table.rows()) {
      row(row);
    }
    for (Letter.Fact sum : table.sums()) {
      sheets.room(2 * LINE);
      sheets.down(LINE + 0.6f);
      float width = sheets.width(sum.value(), true, SIZE + 1);
      sheets.textTo(left + wide, sheets.y(), sum.value(), true, SIZE + 1, LetterPdf.ink());
      sheets.textTo(
          left + wide - width - 4, sheets.y(), sum.label(), true, SIZE + 1, LetterPdf.ink());
    }
    sheets.down(5);
  }

  private void names() throws IOException {
    sheets.down(LINE);
    cells(table.columns(), true, LetterPdf.soft());
    sheets.down(1.6f);
    sheets.line(left, sheets.y(), wide, LetterPdf.rule());
  }

  private void row(List<String> row) throws IOException {
    float needed = LINE;
    for (int column = 0; column < row.size(); column++) {
      needed = Math.max(needed, LINE * lines(row.get(column), column).size());
    }
    if (!sheets.room(needed + 2)) {
      names();
    }
    float top = sheets.y();
    sheets.down(LINE);
    cells(row, false, LetterPdf.ink());
    sheets.moveTo(top + needed + 1.6f);
    sheets.line(left, sheets.y(), wide, LetterPdf.rule());
  }

  private void cells(List<String> cells, boolean heavy, Color color) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      float baseline = sheets.y();
      for (String line : lines(cells.get(column), column)) {
        if (column < table.words()) {
          sheets.text(left + begins(column), baseline, line, heavy, SIZE, color);
        } else {
          float right = left + begins(column) + width(column);
          sheets.textTo(right, baseline, line, heavy, SIZE, color);
        }
        baseline += LINE;
      }
    }
  }

  private List<String> lines(String cell, int column) {
    return sheets.wrapped(cell, width(column) - 2, false, SIZE);
  }

  private float begins(int column) {
    float x = 0;
    for (int each = 0; each < column; each++) {
      x += width(each);
    }
    return x;
  }

  /** Words alone get all that amounts leave; beside other words the first column is a number. */
  private float width(int column) {
    int amounts = table.columns().size() - table.words();
    float first = table.words() == 1 ? wide - amounts * AMOUNT : FIRST;
    return column == 0
        ? first
        : column < table.words() ? DATE : (wide - first - (table.words() - 1) * DATE) / amounts;
  }
}
