package org.dunlin.connectors.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.VisibleText;
import org.jspecify.annotations.Nullable;

/**
 * A line whose fields stand at fixed positions, which are counted from 1, as their standards count
 * them. Blanks that a program cut off its end are there.
 *
 * @param text of which control characters are blanks
 * @param number of the line in its file, from 1
 */
public record FixedLine(String text, int number) {
  /** Two digits from here on are of the century before. */
  private static final int FIRST_OF_LAST_CENTURY = 80;

  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

  public FixedLine {
    text = printable(text);
  }

  /** The character at the position; a blank behind the end of the line. */
  public char at(int position) {
    return position > text.length() ? ' ' : text.charAt(position - 1);
  }

  /** What stands from one position to another, both included, with its blanks. */
  public String raw(int first, int last) {
    int begin = Math.min(first - 1, text.length());
    String part = text.substring(begin, Math.min(last, text.length()));
    int missing = last - first + 1 - part.length();
    return missing == 0 ? part : part + " ".repeat(missing);
  }

  /** The words from one position to another, blanks between them made one; null for none. */
  public @Nullable String field(int first, int last) {
    return words(raw(first, last));
  }

  /** The words of a text, blanks between them made one; null for none. */
  public static @Nullable String words(String raw) {
    String visible = VisibleText.of(raw).strip();
    if (visible.isEmpty()) {
      return null;
    }
    StringBuilder words = null;
    for (int i = 1; i < visible.length(); i++) {
      boolean again = isBlank(visible.charAt(i)) && isBlank(visible.charAt(i - 1));
      if (again && words == null) {
        words = new StringBuilder(visible.length()).append(visible, 0, i);
      } else if (!again && words != null) {
        words.append(visible.charAt(i));
      }
    }
    return words == null ? visible : words.toString();
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character);
  }

  private static String printable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        StringBuilder printable = new StringBuilder(text);
        for (int j = i; j < text.length(); j++) {
          printable.setCharAt(j, Character.isISOControl(text.charAt(j)) ? ' ' : text.charAt(j));
        }
        return printable.toString();
      }
    }
    return text;
  }

  /**
   * The day that stands there as day, month and year of two digits each; null for blank or zeros.
   */
  public @Nullable LocalDate ddmmyy(int first) {
    String said = raw(first, first + 5);
    if (said.isBlank() || said.equals("000000")) {
      return null;
    }
    if (DIGITS.matcher(said).matches()) {
      int year = Integer.parseInt(said.substring(4));
      int century = year >= FIRST_OF_LAST_CENTURY ? 1900 : 2000;
      try {
        return LocalDate.of(
            century + year,
            Integer.parseInt(said.substring(2, 4)),
            Integer.parseInt(said.substring(0, 2)));
      } catch (DateTimeException e) {
        // refused below: a day that no calendar has
      }
    }
    throw new Refusal("WRONG_DATE", number, "'" + said + "' is not a day that there is (DDMMYY)");
  }
}
