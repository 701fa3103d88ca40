package org.dunlin.connectors.table;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes tables onto a stream, row by row; closing it ends the file and leaves the stream open. */
public interface TableWriter extends AutoCloseable {
  /**
   * Begins a table.
   *
   * @param name of at most 31 characters
   * @throws IOException when the stream does not take it
   */
  void begin(String name, List<String> columns) throws IOException;

  /**
   * Adds a row to the table that was begun last.
   *
   * @throws IOException when the stream does not take it
   */
  void row(List<Cell> cells) throws IOException;

  @Override
  void close() throws IOException;

  /** A writer of this form. */
  static TableWriter of(TableForm form, OutputStream out) {
    return switch (form) {
      case CSV -> new CsvTable(out);
      case XLSX -> new WorkbookTable(out);
    };
  }
}
