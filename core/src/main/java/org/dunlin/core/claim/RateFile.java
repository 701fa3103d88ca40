package org.dunlin.core.claim;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of rates: a heading, then a rate a line; {@code #} begins a remark. */
final class RateFile {
  /** Far more than all rates of all series. */
  static final int LARGEST_BYTES = 256 * 1024;

  private final String source;
  private List<String> heading = List.of();

  private RateFile(String source) {
    this.source = source;
  }

  static List<Rate> read(InputStream stream, String source) throws IOException {
    byte[] bytes = stream.readNBytes(LARGEST_BYTES + 1);
    if (bytes.length > LARGEST_BYTES) {
      throw new RatesRefused(
          source, 1, "FILE_TOO_LARGE", "a file of rates has at most 256 KB; leave old ones away");
    }
    return new RateFile(source).rates(new String(bytes, StandardCharsets.UTF_8));
  }

  private List<Rate> rates(String text) {
    List<Line> lines = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String each : text.lines().toList()) {
      number++;
      String line = each.replace("\uFEFF", "").strip();
      if (line.chars().anyMatch(RateFile::isControl)) {
        throw refused(
            number,
            "WRONG_VALUE",
            "the line has a control character; write letters, digits and tabs only");
      }
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (heading.isEmpty()) {
        heading = heading(line, number);
      } else {
        Line read = line(line, number);
        if (!seen.add(read.series + " " + read.from)) {
          throw refused(
              number,
              "DUPLICATE",
              read.series + " from " + read.from + " is there twice; remove one");
        }
        lines.add(read);
      }
    }
    return lines.stream().map(line -> line.rate(lines)).toList();
  }

  private List<String> heading(String line, int number) {
    List<String> names = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    for (String name : List.of("series", "valid_from", "percent", "status", "source")) {
      if (!names.contains(name)) {
        throw refused(
            number,
            "MISSING_FIELD",
            "the first line names the columns series, valid_from, percent, status, source and,"
                + " where wanted, through; it has no "
                + name);
      }
    }
    return names;
  }

  private Line line(String line, int number) {
    String[] cells = line.split(",", heading.size());
    if (cells.length < heading.size()) {
      throw refused(
          number,
          "MISSING_FIELD",
          "the line has " + cells.length + " values, but the heading " + heading.size());
    }
    LocalDate from = day(required(cells, "valid_from", number), "valid_from", number);
    String through = cell(cells, "through");
    LocalDate last = through.isEmpty() ? null : day(through, "through", number);
    if (last != null && last.isBefore(from)) {
      throw refused(number, "WRONG_VALUE", "through " + last + " is before valid_from " + from);
    }
    return new Line(
        required(cells, "series", number),
        from,
        last,
        percent(required(cells, "percent", number), number),
        status(required(cells, "status", number), number),
        required(cells, "source", number));
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\t';
  }

  private String cell(String[] cells, String name) {
    int column = heading.indexOf(name);
    return column < 0 ? "" : cells[column].strip();
  }

  private String required(String[] cells, String name, int number) {
    String cell = cell(cells, name);
    if (cell.isEmpty()) {
      throw refused(number, "MISSING_FIELD", name + " is empty; every rate needs it");
    }
    return cell;
  }

  private LocalDate day(String text, String name, int number) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refused(
          number, "WRONG_VALUE", name + " is " + text + ", which is no date such as 2026-07-01");
    }
  }

  private BigDecimal percent(String text, int number) {
    if (!text.matches("-?\\d{1,3}(\\.\\d{1,4})?")) {
      throw refused(
          number, "WRONG_VALUE", "percent is " + text + ", which is no number such as 2.40");
    }
    return new BigDecimal(text);
  }

  private RateStatus status(String text, int number) {
    return switch (text) {
      case "known" -> RateStatus.KNOWN;
      case "check" -> RateStatus.CHECK;
      default ->
          throw refused(number, "WRONG_VALUE", "status is " + text + "; write known or check");
    };
  }

  private RatesRefused refused(int number, String code, String message) {
    return new RatesRefused(source, number, code, message);
  }

  private record Line(
      String series,
      LocalDate from,
      @Nullable LocalDate through,
      BigDecimal percent,
      RateStatus status,
      String source) {
    Rate rate(List<Line> all) {
      LocalDate last = through;
      for (Line other : all) {
        if (other.series.equals(series) && other.from.isAfter(from)) {
          LocalDate before = other.from.minusDays(1);
          last = last == null || before.isBefore(last) ? before : last;
        }
      }
      return new Rate(
          series, from, last == null ? HalfYear.last(from) : last, percent, status, source);
    }
  }
}
