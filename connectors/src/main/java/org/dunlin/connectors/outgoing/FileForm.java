package org.dunlin.connectors.outgoing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.connectors.text.SpreadsheetText;
import org.joda.money.Money;

/**
 * How the file of one program looks (RFC 4180, with another delimiter where one is named).
 *
 * @param <T> what each line is about
 */
public final class FileForm<T> {
  private final char delimiter;
  private final Charset charset;
  private final boolean mark;
  private final boolean header;
  private final char decimal;
  private final DateTimeFormatter days;
  private final Map<String, Function<T, Cell>> columns;

  /**
   * @param mark whether a text of Unicode begins with its byte order mark
   * @param header whether the first line has the names of the columns
   * @param columns by their names, in their order
   */
  FileForm(
      char delimiter,
      Charset charset,
      boolean mark,
      boolean header,
      char decimal,
      DateTimeFormatter days,
      Map<String, Function<T, Cell>> columns) {
    this.delimiter = delimiter;
    this.charset = charset;
    this.mark = mark;
    this.header = header;
    this.decimal = decimal;
    this.days = days;
    this.columns = columns;
  }

  /** In which the file is written; what it does not have becomes a question mark. */
  public Charset charset() {
    return charset;
  }

  /** What stands before the first line; may be empty. */
  public String head() {
    return (mark ? "\uFEFF" : "") + (header ? row(List.copyOf(columns.keySet())) : "");
  }

  /** A line with its end. */
  public String line(T about) {
    return row(columns.values().stream().map(column -> text(column.apply(about))).toList());
  }

  private String text(Cell cell) {
    return switch (cell) {
      case Cell.Text(String text) -> SpreadsheetText.safe(text);
      case Cell.Amount(Money amount) ->
          amount.getAmount().toPlainString().replace('.', decimal); // a number is no formula
      case Cell.Day(var day) -> days.format(day);
    };
  }

  private String row(List<String> cells) {
    StringWriter line = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(line)) {
      writer.writeRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // a string takes all
    }
    return line.toString();
  }
}
