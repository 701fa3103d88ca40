package org.dunlin.connectors.csv;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name of a column, as it stands in the header but for capitals, blanks and forms of quotes. A
 * {@code *} in it is anything, {@code {currency}} the code of the currency of the column.
 */
final class ColumnName {
  private static final Pattern SPECIAL = Pattern.compile("\\*|\\{currency\\}");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u202f\\ufeff]+");
  private static final Pattern QUOTES = Pattern.compile("[\\u2018\\u2019`\\u00b4]");

  private final String text;
  private final Pattern pattern;
  private final @Nullable String plain;

  private ColumnName(String text, Pattern pattern, @Nullable String plain) {
    this.text = text;
    this.pattern = pattern;
    this.plain = plain;
  }

  static ColumnName of(String text) {
    String name = text.replace("{currency}", "\u0001").replace("*", "\u0002");
    StringBuilder pattern = new StringBuilder();
    String normal = normal(name);
    for (int i = 0; i < normal.length(); i++) {
      char each = normal.charAt(i);
      switch (each) {
        case '\u0001' -> pattern.append("([a-z]{3})");
        case '\u0002' -> pattern.append(".*");
        default -> pattern.append(Pattern.quote(String.valueOf(each)));
      }
    }
    boolean isPlain = normal.indexOf('\u0001') < 0 && normal.indexOf('\u0002') < 0;
    return new ColumnName(text, Pattern.compile(pattern.toString()), isPlain ? normal : null);
  }

  /** Whether a name says nothing of its own, and so would be that of any column. */
  static boolean isAny(String text) {
    return SPECIAL.matcher(text).replaceAll("").isBlank();
  }

  boolean isOf(String cell) {
    return isNamed(normal(cell));
  }

  /** The same, of a cell as it is compared. */
  boolean isNamed(String normal) {
    return plain == null ? pattern.matcher(normal).matches() : plain.equals(normal);
  }

  /** The code of the currency that the header of the column names, where it does. */
  Optional<String> currency(String cell) {
    Matcher matcher = pattern.matcher(normal(cell));
    return matcher.matches() && matcher.groupCount() == 1
        ? Optional.of(matcher.group(1).toUpperCase(Locale.ROOT))
        : Optional.empty();
  }

  /** As it is compared. */
  static String normal(String cell) {
    String plain = QUOTES.matcher(Cells.text(cell)).replaceAll("'");
    return BLANKS.matcher(plain).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text;
  }
}
