package org.dunlin.connectors.csv;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell says, without what spreadsheets put around it. */
final class Cells {
  /** Programs write so what a spreadsheet must not take for a number: {@code ="0012"}. */
  private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);

  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f]+");

  private Cells() {}

  static String text(String cell) {
    String text = cell.strip();
    Matcher formula = text.startsWith("=") ? FORMULA.matcher(text) : null;
    return formula != null && formula.matches() ? formula.group(1).strip() : text;
  }

  /** A value before or behind the table, which may be a formula without quotes, too. */
  static String value(String cell) {
    String text = text(cell);
    return text.startsWith("=") ? text(text.substring(1)) : text;
  }

  /** Whether nothing is around it or twice within it, as in nearly all cells. */
  private static boolean isPlain(String cell) {
    char before = ' ';
    for (int i = 0; i < cell.length(); i++) {
      char each = cell.charAt(i);
      if (each < ' ' || each > '~' && Character.isSpaceChar(each) || each == ' ' && before == ' ') {
        return false;
      }
      before = each;
    }
    return before != ' ' && cell.charAt(0) != '=';
  }

  /** The text on one line; null where there is none. */
  static @Nullable String line(String cell) {
    if (isPlain(cell)) {
      return cell;
    }
    String text = BLANKS.matcher(text(cell)).replaceAll(" ").strip();
    return text.isEmpty() ? null : text;
  }
}
