package org.dunlin.work.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.dunlin.connectors.table.Cell;
import org.dunlin.connectors.table.TableWriter;
import org.dunlin.store.Stores;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.report.Column;
import org.dunlin.store.report.Reports.Asked;
import org.dunlin.store.report.Reports.Row;
import org.jspecify.annotations.Nullable;

/** A report as a file: all of its rows, written while they are read. */
public final class ReportFile {
  private static final int A_PAGE = 1000;

  private final Stores stores;

  /** Over these stores. */
  public ReportFile(Stores stores) {
    this.stores = stores;
  }

  /**
   * How a file names what is in it.
   *
   * @param title of the report
   * @param column the name of a column by its key
   * @param word what a word of the model is called, of a column and by its constant
   */
  public record Names(String title, UnaryOperator<String> column, BinaryOperator<String> word) {
    /** For programs: everything by its key and constant. */
    public static Names plain(Asked asked) {
      return new Names(asked.report().path(), key -> key, (key, constant) -> constant);
    }
  }

  /** The name of the file, without a path. */
  public static String name(Asked asked, ReportForm form) {
    String days =
        asked.report().periodic()
            ? asked.period().from() + "-" + asked.period().to()
            : asked.today().toString();
    return asked.report().path() + "-" + days + "." + form.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes it onto a stream, which stays open. All rows are of one moment, or they would not add up
   * where something is paid meanwhile; a slow receiver does not hold that moment.
   *
   * @throws IOException when the stream does not take it
   */
  public void write(String companyId, Asked asked, ReportForm form, Names names, OutputStream out)
      throws IOException {
    Path file = Files.createTempFile("dunlin-report", null);
    try {
      stores.transactions().at(() -> written(companyId, asked, form, names, file));
      Files.copy(file, out);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.delete(file);
    }
  }

  private Path written(String companyId, Asked asked, ReportForm form, Names names, Path file) {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      rows(companyId, asked, form, names, out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rows(String companyId, Asked asked, ReportForm form, Names names, OutputStream out)
      throws IOException {
    try (TableWriter writer = TableWriter.of(form.table(), out)) {
      List<Column> columns = asked.report().columns();
      writer.begin(
          names.title(),
          columns.stream()
              .filter(Column::shown)
              .map(column -> names.column().apply(column.key()))
              .toList());
      Cursor place = null;
      do {
        Page<Row> page = stores.figures().reports().page(companyId, asked, place, A_PAGE);
        for (Row row : page.items()) {
          writer.row(cells(columns, row, names));
        }
        place = page.next();
      } while (place != null);
    }
  }

  private static List<Cell> cells(List<Column> columns, Row row, Names names) {
    List<Cell> cells = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      Column column = columns.get(at);
      if (column.shown()) {
        cells.add(Cell.of(said(column, row.values().get(at), names)));
      }
    }
    return cells;
  }

  private static @Nullable Object said(Column column, @Nullable Object value, Names names) {
    return column.type() == Column.Type.WORD && value != null
        ? names.word().apply(column.key(), value.toString())
        : value;
  }
}
