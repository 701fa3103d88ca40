package org.dunlin.console.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.core.sheet.SheetMapping;
import org.dunlin.work.sheet.OpenSheet;

/** What the form about the columns of a file says. */
final class SheetForm {
  /** Names of fields: the column by its number, and the words of a meaning. */
  private static final String COLUMN = "column-";

  private static final String WORDS = "words-";
  private static final int LONGEST = 100;

  private SheetForm() {}

  /** The constants of which a form asks, in its order. */
  static List<String> constants(String kind) {
    return switch (kind) {
      case "customers" -> List.of("country", "language");
      case "statement" -> List.of("account", "currency");
      default -> List.of("currency", "country", "language");
    };
  }

  /** The meanings of words of which a form asks where a column is this. */
  static Map<String, List<String>> meanings() {
    Map<String, List<String>> meanings = new TreeMap<>();
    meanings.put("mark", List.of("debit", "credit"));
    meanings.put("status", List.of("OPEN", "PAID", "VOID"));
    meanings.put("type", List.of("INVOICE", "CREDIT_NOTE"));
    return meanings;
  }

  static SheetMapping read(String kind, Map<String, String> parameters) {
    List<String> targets = OpenSheet.targets(kind);
    Map<Integer, String> columns = new TreeMap<>();
    Map<String, String> constants = new HashMap<>();
    Map<String, List<String>> words = new HashMap<>();
    parameters.forEach(
        (name, value) -> {
          if (name.matches(COLUMN + "[1-9][0-9]{0,3}") && targets.contains(value)) {
            columns.put(Integer.valueOf(name.substring(COLUMN.length())), value);
          } else if (constants(kind).contains(name) && !value.isBlank()) {
            constants.put(name, cut(value));
          } else if (name.startsWith(WORDS)) {
            words.put(name.substring(WORDS.length()), list(value));
          }
        });
    return new SheetMapping(
        kind,
        columns,
        cut(parameters.getOrDefault("dates", "")),
        cut(parameters.getOrDefault("decimal", "")),
        constants,
        words);
  }

  private static List<String> list(String value) {
    return Arrays.stream(value.split(","))
        .map(SheetForm::cut)
        .filter(each -> !each.isEmpty())
        .distinct()
        .toList();
  }

  private static String cut(String value) {
    String said = value.strip();
    return said.length() <= LONGEST ? said : said.substring(0, LONGEST);
  }
}
