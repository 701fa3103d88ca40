package org.dunlin.connectors.csv;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.Refusal;

/** A small CSV file in UTF-8 whose first row names the columns, for what people hand in by hand. */
public final class NamedRows {
  private NamedRows() {}

  /**
   * One row.
   *
   * @param line where it begins, from 1
   */
  public record Named(int line, Map<String, String> cells) {
    public Named {
      cells = Map.copyOf(cells);
    }

    /** What stands in a column; empty where nothing does. */
    public Optional<String> of(String column) {
      return Optional.ofNullable(cells.get(column)).map(String::strip).filter(s -> !s.isEmpty());
    }
  }

  /**
   * The rows behind the first, by the names of the columns in lower case.
   *
   * @throws IllegalArgumentException with what is wrong and where, when it is no such file
   */
  public static List<Named> of(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    if (text.indexOf('\ufffd') >= 0) {
      throw new IllegalArgumentException("The file is not UTF-8; save it in that encoding.");
    }
    String head = text.lines().findFirst().orElse("");
    char delimiter = head.chars().filter(c -> c == ';').count() > 0 ? ';' : ',';
    List<Named> named = new ArrayList<>();
    try {
      Rows rows = new Rows(new StringReader(text), delimiter, '"');
      Row names = rows.next();
      if (names == null) {
        throw new IllegalArgumentException("The file is empty; its first row names the columns.");
      }
      for (Row row = rows.next(); row != null; row = rows.next()) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < names.cells().size() && i < row.cells().size(); i++) {
          cells.put(names.cells().get(i).strip().toLowerCase(Locale.ROOT), row.cells().get(i));
        }
        if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
          named.add(new Named(row.line(), cells));
        }
      }
    } catch (Refusal refusal) {
      throw new IllegalArgumentException(
          refusal.in("").position() + ": " + refusal.getMessage() + ".", refusal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return named;
  }
}
