package org.dunlin.connectors.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.connectors.text.SpreadsheetText;

/** Tables as CSV; further ones stand below the first, after an empty line. */
final class CsvTable implements TableWriter {
  private final Writer text;
  private final CsvWriter csv;
  private boolean begun;

  CsvTable(OutputStream out) {
    text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
  }

  @Override
  public void begin(String name, List<String> columns) throws IOException {
    csv.flush();
    text.write(begun ? "\r\n" : "\uFEFF");
    begun = true;
    csv.writeRecord(columns.stream().map(SpreadsheetText::safe).toList());
  }

  @Override
  public void row(List<Cell> cells) throws IOException {
    csv.writeRecord(cells.stream().map(CsvTable::text).toList());
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    text.flush();
  }

  private static String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(String words) -> SpreadsheetText.safe(words);
      case Cell.Amount(var amount) -> amount.getAmount().toPlainString(); // no formula: a number
      case Cell.Count(var number) -> number.toPlainString();
      case Cell.Day(var day) -> day.toString();
    };
  }
}
