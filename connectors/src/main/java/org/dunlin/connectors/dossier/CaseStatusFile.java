package org.dunlin.connectors.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.dunlin.connectors.dossier.CaseStatus.Word;
import org.dunlin.connectors.text.TextEncoding;
import org.dunlin.connectors.text.TextLines;
import org.dunlin.core.model.Problem;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A list of what became of cases, as CSV with a first line of names or as JSON Lines: {@code case},
 * {@code status}, and where wanted {@code date}, {@code amount}, {@code currency}, {@code note}.
 */
public final class CaseStatusFile {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_NOTE = 2000;
  private static final String CASE = "case";
  private static final String STATUS = "status";
  private static final Map<String, Word> WORDS = words();

  private final String source;
  private final Consumer<CaseStatus> statuses;
  private final Consumer<Problem> problems;
  private @Nullable List<String> names;
  private char delimiter = ';';

  private CaseStatusFile(String source, Consumer<CaseStatus> statuses, Consumer<Problem> problems) {
    this.source = source;
    this.statuses = statuses;
    this.problems = problems;
  }

  /** Whether a file that begins so is such a list. */
  public static boolean begins(byte[] head) {
    String first = TextEncoding.head(head).lines().findFirst().orElse("").strip();
    if (first.startsWith("{")) {
      JsonNode object = object(first);
      String type = object == null ? "" : object.path("type").asText("caseStatus");
      return object != null && type.equals("caseStatus") && object.has(CASE) && object.has(STATUS);
    }
    List<String> names = names(first, delimiter(first));
    return names.contains(CASE) && names.contains(STATUS);
  }

  /**
   * Reads it line by line; a line that cannot be taken is a problem, and the rest goes on.
   *
   * @throws IOException when the stream cannot be read
   */
  public static void read(
      InputStream stream, String source, Consumer<CaseStatus> statuses, Consumer<Problem> problems)
      throws IOException {
    CaseStatusFile file = new CaseStatusFile(source, statuses, problems);
    TextLines lines = new TextLines(stream, LONGEST_LINE);
    for (String line = lines.next(); line != null; line = lines.next()) {
      if (!line.isBlank()) {
        file.line(line, lines.number());
      }
    }
  }

  private void line(String line, int number) {
    if (names == null && !line.stripLeading().startsWith("{")) {
      delimiter = delimiter(line);
      names = names(line, delimiter);
      return;
    }
    Map<String, String> values = new TreeMap<>();
    if (names != null) {
      List<String> cells = cells(line, delimiter);
      for (int at = 0; at < Math.min(cells.size(), names.size()); at++) {
        values.put(names.get(at), cells.get(at).strip());
      }
    } else {
      JsonNode object = object(line.strip());
      if (object == null) {
        problem(number, "this is no JSON object");
        return;
      }
      object.properties().forEach(each -> values.put(each.getKey(), each.getValue().asText()));
    }
    try {
      statuses.accept(status(values, number));
    } catch (IllegalArgumentException e) {
      problem(number, String.valueOf(e.getMessage()));
    }
  }

  private static CaseStatus status(Map<String, String> values, int number) {
    String about = values.getOrDefault(CASE, "");
    if (about.isBlank()) {
      throw new IllegalArgumentException("case is missing; write its number, as the file is named");
    }
    String said = values.getOrDefault(STATUS, "");
    Word word = WORDS.get(plain(said));
    if (word == null) {
      throw new IllegalArgumentException(
          "status is "
              + said
              + "; write accepted, in progress, in court, paid in part, paid, uncollectable, closed"
              + " uncollectable, recalled or closed");
    }
    String note = values.getOrDefault("note", "");
    return new CaseStatus(
        number,
        about,
        word,
        day(values.getOrDefault("date", "")),
        amount(values.getOrDefault("amount", ""), values.getOrDefault("currency", "EUR")),
        note.isBlank() ? null : note.substring(0, Math.min(note.length(), LONGEST_NOTE)));
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("date is " + text + "; write it such as 2026-11-26", e);
    }
  }

  private static @Nullable Money amount(String text, String currency) {
    try {
      return text.isBlank()
          ? null
          : Money.of(
              CurrencyUnit.of(currency.isBlank() ? "EUR" : currency.toUpperCase(Locale.ROOT)),
              new BigDecimal(text));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "amount is " + text + " " + currency + "; write it such as 250.00 and EUR", e);
    }
  }

  private void problem(int number, String message) {
    problems.accept(new Problem(source, "line " + number, "CASE_STATUS", message));
  }

  private static @Nullable JsonNode object(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node != null && node.isObject() ? node : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static char delimiter(String line) {
    return line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
  }

  private static List<String> names(String line, char delimiter) {
    return cells(line, delimiter).stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The cells of a line of CSV (RFC 4180); a cell does not go on in the next line. */
  private static List<String> cells(String line, char delimiter) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < line.length(); at++) {
      char each = line.charAt(at);
      if (each == '"') {
        boolean twice = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
        if (twice) {
          cell.append(each);
          at++;
        } else {
          quoted = !quoted;
        }
      } else if (each == delimiter && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(each);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replace("ible", "able");
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new TreeMap<>();
    for (Word word : Word.values()) {
      words.put(plain(word.name()), word);
    }
    words.put("partlypaid", Word.PAID_IN_PART);
    words.put("court", Word.IN_COURT);
    return words;
  }
}
