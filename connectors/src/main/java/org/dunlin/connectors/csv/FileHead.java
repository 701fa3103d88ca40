package org.dunlin.connectors.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Refusal;
import org.jspecify.annotations.Nullable;

/** The first rows of a file, as they are with one delimiter and quote or another. */
final class FileHead {
  /** In how many rows from the beginning the header must stand. */
  static final int ROWS = 100;

  private final byte[] head;
  private final Map<Cut, List<Row>> rows = new HashMap<>();

  FileHead(byte[] head) {
    this.head = head;
  }

  private record Cut(char delimiter, @Nullable Character quote, @Nullable Charset encoding) {}

  /** Whether the description fits, and with which delimiter. */
  Optional<Recognised> fits(Description description) {
    for (char delimiter : description.delimiters()) {
      List<Row> found = rows(delimiter, description.quote(), description.encoding());
      Optional<Recognised> fits =
          description.width() > 0
              ? unnamed(description, delimiter, found)
              : named(description, delimiter, found);
      if (fits.isPresent()) {
        return fits;
      }
    }
    return Optional.empty();
  }

  /** The first rows; fewer where one is wrong. */
  List<Row> rows(char delimiter, @Nullable Character quote, @Nullable Charset encoding) {
    return rows.computeIfAbsent(new Cut(delimiter, quote, encoding), this::cut);
  }

  private static Optional<Recognised> named(
      Description description, char delimiter, List<Row> rows) {
    for (Row row : rows) {
      Optional<Layout> layout = Layout.of(description, row);
      if (layout.isPresent()) {
        return Optional.of(new Recognised(description, delimiter, layout.get().known()));
      }
    }
    return Optional.empty();
  }

  /** Without a header all rows that are there must be of the form. */
  private static Optional<Recognised> unnamed(
      Description description, char delimiter, List<Row> rows) {
    Layout layout = Layout.numbered(description);
    Target dated = description.dated();
    boolean fits =
        !rows.isEmpty()
            && dated != null
            && description.dates().read(layout.text(rows.getFirst(), dated)).isPresent()
            && rows.stream()
                .allMatch(row -> row.isBlank() || row.cells().size() == description.width());
    return fits
        ? Optional.of(new Recognised(description, delimiter, layout.known()))
        : Optional.empty();
  }

  private List<Row> cut(Cut cut) {
    List<Row> found = new ArrayList<>();
    try {
      Rows all =
          new Rows(
              DecodedText.of(new ByteArrayInputStream(head), cut.encoding()),
              cut.delimiter(),
              cut.quote());
      Row row = all.next();
      while (row != null && found.size() < ROWS) {
        found.add(row);
        row = all.next();
      }
      if (row == null && head.length >= Formats.HEAD_BYTES && !found.isEmpty()) {
        found.removeLast(); // it may be cut off
      }
    } catch (Refusal refusal) {
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
