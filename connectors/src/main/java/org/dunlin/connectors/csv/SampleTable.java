package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that a file seems to hold of which no description is known.
 *
 * @param header absent where the first row is an entry already
 * @param before rows above the header
 */
record SampleTable(
    char delimiter, @Nullable Row header, List<Row> before, List<SampleColumn> columns) {
  private static final List<Character> DELIMITERS = List.of(';', ',', '\t', '|');

  SampleTable {
    before = List.copyOf(before);
    columns = List.copyOf(columns);
  }

  /** The table by the delimiter that cuts most rows alike; empty where none does. */
  static Optional<SampleTable> of(FileHead file) {
    return DELIMITERS.stream()
        .map(delimiter -> of(delimiter, filled(file.rows(delimiter, '"', null))))
        .flatMap(Optional::stream)
        .filter(SampleTable::isPlausible)
        .max(Comparator.comparingInt(table -> table.columns().size()));
  }

  /** Without a header only days and amounts tell a table from any other text. */
  private boolean isPlausible() {
    return header != null
        || columns.stream().anyMatch(each -> !each.datePatterns().isEmpty())
            && columns.stream().anyMatch(each -> !each.numberStyles().isEmpty());
  }

  private static List<Row> filled(List<Row> rows) {
    return rows.stream().filter(row -> !row.isBlank()).toList();
  }

  private static Optional<SampleTable> of(char delimiter, List<Row> rows) {
    int width =
        rows.stream()
            .map(row -> row.cells().size())
            .filter(size -> size > 1)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
            .entrySet()
            .stream()
            .max(
                Map.Entry.<Integer, Long>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse(0);
    int first = first(rows, width);
    if (width < 2 || first < 0) {
      return Optional.empty();
    }
    Row header = isHeader(rows.get(first)) ? rows.get(first) : null;
    List<Row> entries = new ArrayList<>();
    for (Row row : rows.subList(header == null ? first : first + 1, rows.size())) {
      if (Math.abs(row.cells().size() - width) <= 1) {
        entries.add(row);
      }
    }
    return Optional.of(
        new SampleTable(
            delimiter, header, rows.subList(0, first), columns(header, entries, width)));
  }

  /** The first row that is a header, else that has the width. */
  private static int first(List<Row> rows, int width) {
    int wide = -1;
    for (int i = 0; i < rows.size(); i++) {
      boolean fits = Math.abs(rows.get(i).cells().size() - width) <= 1;
      if (fits && isHeader(rows.get(i))) {
        return i;
      }
      wide = wide < 0 && fits ? i : wide;
    }
    return wide;
  }

  /** Names have letters, and several are what files use for columns, or none has a digit. */
  private static boolean isHeader(Row row) {
    int named = 0;
    int said = 0;
    boolean digits = false;
    for (String cell : row.cells()) {
      String text = Cells.text(cell);
      if (text.isEmpty()) {
        continue;
      }
      if (text.chars().noneMatch(Character::isLetter)) {
        return false;
      }
      said++;
      digits |= text.chars().anyMatch(Character::isDigit);
      named += isUsual(text) ? 1 : 0;
    }
    return named >= 2 || said >= 3 && !digits;
  }

  private static boolean isUsual(String name) {
    for (Kind kind : Kind.values()) {
      if (UsualNames.meaning(kind, name).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static List<SampleColumn> columns(@Nullable Row header, List<Row> entries, int width) {
    List<SampleColumn> columns = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int place = i;
      List<String> samples =
          entries.stream()
              .map(row -> Cells.text(row.cell(place)))
              .filter(cell -> !cell.isEmpty())
              .toList();
      String name = header == null ? "" : Cells.text(header.cell(i));
      if (header == null || !name.isEmpty()) {
        columns.add(new SampleColumn(name, i + 1, samples));
      }
    }
    return columns;
  }
}
